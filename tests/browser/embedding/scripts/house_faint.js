return arguments[0].flatMap((colour) => {
  place().style.setProperty('--kl-surface', colour);
  const ground = rgba(getComputedStyle(kl()).backgroundColor);
  return [...kl().querySelectorAll('.kl-ribbon')].flatMap((each, at) => {
    const found = ratio(rgba(getComputedStyle(each).fill), ground);
    return found < 3 ? [`phase ${at + 1} on ${colour}: ${found.toFixed(2)}`] : [];
  });
});
