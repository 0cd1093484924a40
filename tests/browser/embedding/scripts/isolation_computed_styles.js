const properties = ['color', 'fontFamily', 'fontSize', 'textAlign', 'letterSpacing', 'lineHeight'];
return [...kl().querySelectorAll('*')].map((element) => {
  const style = getComputedStyle(element);
  const values = properties.map((property) => style[property]);
  return [element.className.baseVal ?? element.className, ...values].join('|');
});
