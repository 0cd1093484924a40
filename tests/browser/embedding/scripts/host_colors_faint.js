return arguments[0].flatMap((color) => {
  place().style.setProperty('--kl-surface', color);
  const background = rgba(getComputedStyle(kl()).backgroundColor);
  return [...kl().querySelectorAll('.kl-ribbon')].flatMap((ribbon, index) => {
    const contrast = ratio(rgba(getComputedStyle(ribbon).fill), background);
    return contrast < 3 ? [`phase ${index + 1} on ${color}: ${contrast.toFixed(2)}`] : [];
  });
});
