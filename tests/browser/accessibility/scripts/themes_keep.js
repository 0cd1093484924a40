(window.layouts ??= {})[arguments[0]] = deep(document.body).filter((each) => each.checkVisibility()).map((each) => {
  const {left, top, width, height} = each.getBoundingClientRect();
  const {display, visibility, position, zIndex, pointerEvents, clipPath, fontSize, lineHeight} = getComputedStyle(each);
  const placed = [display, visibility, position, zIndex, pointerEvents, clipPath, fontSize, lineHeight];
  return `${called(each)} ${[left, top, width, height, ...placed]}`;
});
