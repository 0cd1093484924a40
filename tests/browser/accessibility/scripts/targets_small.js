const [smaller] = arguments;
return focusable().flatMap((each) => {
  // Only seen with the focus.
  if (each.matches('.page-skip')) each.focus();
  const {width, height} = part(each).getBoundingClientRect();
  const bar = smaller.some((selector) => each.matches(selector)) && each.querySelector('rect');
  if (bar) {
    // More than what is drawn can be hit.
    bar.scrollIntoView({block: 'center', behavior: 'instant'});
    const box = bar.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const away = [[0, -11.9], [0, 11.9], [-11.9, 0], [11.9, 0]];
    const hit = ([right, down]) =>
      document.elementFromPoint(x + right, y + down)?.closest('a') === each;
    return away.every(hit) ? [] : [`${called(each)} is missed within 12 px of its middle`];
  }
  const least = 44;
  // The browser rounds to a 64th of a pixel.
  const fits = (size) => size >= least - 1 / 64;
  return fits(height) && fits(width) ? [] : [`${called(each)} is ${width} by ${height} px`];
});
