return [...kl().querySelectorAll('*')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const { color, fill } = getComputedStyle(element);
  return `${element.localName}.${element.getAttribute('class')} ${[x, y, width, height]} ${color} ${fill}`;
});
