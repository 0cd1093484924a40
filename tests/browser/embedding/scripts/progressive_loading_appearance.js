const nodes = (element) =>
  [...element.shadowRoot.querySelectorAll('.kl, .kl *')].filter((node) => !node.closest('.kl-stream'));
const describe = (node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  const name = `${node.localName}.${node.getAttribute('class')}`;
  const { color, opacity } = getComputedStyle(node);
  return [name, ...[x, y + scrollY, width, height].map(Math.round), color, opacity].join(' ');
};
return drawn().then(() =>
  [...document.querySelectorAll('kennis-lemniscaat')].map((element) => nodes(element).map(describe)),
);
