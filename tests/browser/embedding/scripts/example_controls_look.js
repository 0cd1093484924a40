window.look = () => {
  const root = document.querySelector('#properties kennis-lemniscaat').shadowRoot;
  const properties = [
    'color',
    'backgroundColor',
    'borderTopColor',
    'borderTopLeftRadius',
    'colorScheme',
    'fill',
    'fontFamily',
    'fontSize',
    'outlineColor',
    'paddingTop',
    'stroke',
    'width',
  ];
  return [...root.querySelectorAll('.kl, .kl *')]
    .map((element) => {
      const style = getComputedStyle(element);
      return properties.map((name) => style[name]).join();
    })
    .join('\n');
};
