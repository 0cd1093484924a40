const surface = rgba(getComputedStyle(kl()).backgroundColor);
return [...kl().querySelectorAll('*')].filter((each) => each.checkVisibility() && !each.closest('.kl-unseen, .kl-stream')).flatMap((each) => {
  const style = getComputedStyle(each);
  const lines = ['top', 'left'].filter((side) => parseFloat(style[`border-${side}-width`]) > 0 && style[`border-${side}-style`] !== 'none')
    .map((side) => rgba(style[`border-${side}-color`]));
  if (each.matches('.kl-ribbon')) {
    const [r, g, b, a] = rgba(style.fill);
    lines.push([r, g, b, a * Number(style.fillOpacity) * Number(style.opacity)]);
  }
  return lines.filter((line) => line[3] > 0 && ratio(over(line, surface), surface) < 3)
    .map((line) => `${called(each)}: ${ratio(over(line, surface), surface).toFixed(2)}`);
});
