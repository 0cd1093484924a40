// Lines and shapes whose contrast with the surface is less than 3:1.
const surface = rgba(getComputedStyle(kl()).backgroundColor);
return [...kl().querySelectorAll('*')]
  .filter((element) => element.checkVisibility() && !element.closest('.kl-unseen, .kl-stream'))
  .flatMap((element) => {
    const style = getComputedStyle(element);
    const hasBorder = (side) =>
      parseFloat(style[`border-${side}-width`]) > 0 && style[`border-${side}-style`] !== 'none';
    const colors = ['top', 'left'].filter(hasBorder).map((side) => rgba(style[`border-${side}-color`]));
    if (element.matches('.kl-ribbon')) {
      const [r, g, b, a] = rgba(style.fill);
      colors.push([r, g, b, a * Number(style.fillOpacity) * Number(style.opacity)]);
    }
    return colors
      .filter((color) => color[3] > 0 && ratio(over(color, surface), surface) < 3)
      .map((color) => `${describeElement(element)}: ${ratio(over(color, surface), surface).toFixed(2)}`);
  });
