const [selector, property] = arguments;
const surface = rgba(getComputedStyle(kl()).backgroundColor);
return [...kl().querySelectorAll(selector)].filter((each) => each.checkVisibility()).map((each) => {
  const style = getComputedStyle(each);
  const [r, g, b, a] = rgba(style.getPropertyValue(property));
  const opacity = Number(style.opacity) * (property === 'fill' ? Number(style.fillOpacity) : 1);
  const arc = each.matches('.kl-arrows') && each.closest('a').querySelector('.kl-ribbon');
  const ground = arc ? over(rgba(getComputedStyle(arc).fill), surface) : surface;
  return ratio(over([r, g, b, a * opacity], ground), ground);
});
