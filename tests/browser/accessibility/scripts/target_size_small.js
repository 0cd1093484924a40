// Targets that are smaller than 44 by 44 px, or 24 by 24 px where that is enough.
const [smallSelectors] = arguments;
return focusable().flatMap((target) => {
  // The skip link is visible only with the focus.
  if (target.matches('.page-skip')) target.focus();
  // A click anywhere on its label ticks a checkbox.
  const box = target.matches('[type=checkbox]') ? target.labels[0] : part(target);
  const { width, height } = box.getBoundingClientRect();
  const isSmallAllowed = smallSelectors.some((selector) => target.matches(selector));
  const bar = isSmallAllowed && target.querySelector('rect');
  if (bar) {
    // The hit area is larger than the drawn bar.
    bar.scrollIntoView({ block: 'center', behavior: 'instant' });
    const inside = bar.getBoundingClientRect();
    const [x, y] = [inside.left + inside.width / 2, inside.top + inside.height / 2];
    const offsets = [
      [0, -11.9],
      [0, 11.9],
      [-11.9, 0],
      [11.9, 0],
    ];
    const isHit = ([right, down]) => document.elementFromPoint(x + right, y + down)?.closest('a') === target;
    return offsets.every(isHit) ? [] : [`${describeElement(target)} is missed within 12 px of its middle`];
  }
  // The browser rounds to a 64th of a pixel.
  const fits = (size) => size >= 44 - 1 / 64;
  return fits(height) && fits(width) ? [] : [`${describeElement(target)} is ${width} by ${height} px`];
});
