window.look = () => {
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
  return [kl(), ...kl().querySelectorAll('*')]
    .map((element) => {
      const style = getComputedStyle(element);
      return properties.map((name) => style[name]).join();
    })
    .join('\n');
};
