// The contrast of parts with their background: arrows are on their arc, other parts on the surface.
const [selector, property] = arguments;
const surface = rgba(getComputedStyle(kl()).backgroundColor);
return [...kl().querySelectorAll(selector)]
  .filter((element) => element.checkVisibility())
  .map((element) => {
    const style = getComputedStyle(element);
    const [r, g, b, a] = rgba(style.getPropertyValue(property));
    const opacity = Number(style.opacity) * (property === 'fill' ? Number(style.fillOpacity) : 1);
    const arc = element.matches('.kl-arrows') && element.closest('a').querySelector('.kl-ribbon');
    const background = arc ? over(rgba(getComputedStyle(arc).fill), surface) : surface;
    return ratio(over([r, g, b, a * opacity], background), background);
  });
