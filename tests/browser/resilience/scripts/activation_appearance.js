return [...kl().querySelectorAll('*')].map((each) => {
  const {x, y, width, height} = each.getBoundingClientRect();
  const {color, fill} = getComputedStyle(each);
  return `${each.localName}.${each.getAttribute('class')} ${[x, y, width, height]} ${color} ${fill}`;
});
