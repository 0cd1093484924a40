// Shapes of the figure and of charts, texts, fields and buttons that don't differ enough from
// their background.
const shapes = [
  '.kl-ribbon',
  '.kl-arrows',
  '.kl-station text',
  '.kl-station circle:first-child',
  '.kl-chart rect',
  '.kl-chart text',
];
const problems = [...kl().querySelectorAll(shapes.join())]
  .filter((shape) => shape.checkVisibility())
  .flatMap((shape) => {
    const style = getComputedStyle(shape);
    const isArrows = shape.matches('.kl-arrows');
    const property = isArrows || shape.localName === 'circle' ? 'stroke' : 'fill';
    const color = style[property];
    const opacity = style[`${property}Opacity`];
    const [r, g, b, a] = rgba(color);
    const blended = over([r, g, b, a * Number(opacity)], canvas);
    const isLit = !shape.closest('.kl-figure-lit') || shape.closest('[aria-current]') || shape.localName !== 'path';
    const problem = `${shape.getAttribute('class') ?? shape.localName} is ${color} at ${opacity}`;
    // Arrows are gaps in their arc.
    if (!isForced(color) && !(isArrows && color === system('Canvas'))) {
      return [`${problem}: not one of the reader's colors`];
    }
    // A number is in its circle, arrows are on their arc, other shapes on the surface.
    const selector = isArrows ? '.kl-ribbon' : shape.localName === 'text' ? 'circle' : null;
    const below = selector && shape.parentElement.querySelector(selector);
    const background = below ? rgba(getComputedStyle(below).fill) : canvas;
    return ratio(blended, background) < (isLit || isArrows ? 3 : 1.3) ? [problem] : [];
  });
// Forced colors remove backgrounds and shadows: only a frame shows which phase is current.
for (const label of kl().querySelectorAll('.kl-label')) {
  const { borderTopStyle, borderTopWidth } = getComputedStyle(label);
  const isFramed = borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 2;
  if (isFramed !== !!label.closest('[aria-current]')) {
    problems.push(`${describeElement(label)} has ${isFramed ? 'a' : 'no'} frame`);
  }
}
for (const element of kl().querySelectorAll('*')) {
  if (element.closest('svg, .kl-unseen')) continue;
  if (!element.checkVisibility({ visibilityProperty: true })) continue;
  // Browsers draw checkboxes themselves, in the reader's colors.
  const isControl = element.matches('button, input:not([type=checkbox]), textarea');
  const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!isControl && !hasText) continue;
  const style = getComputedStyle(element);
  let painted = element;
  while (painted && rgba(getComputedStyle(painted).backgroundColor)[3] === 0) {
    painted = painted.parentElement;
  }
  const background = painted ? rgba(getComputedStyle(painted).backgroundColor) : canvas;
  const colors = [style.color];
  if (element.placeholder) colors.push(getComputedStyle(element, '::placeholder').color);
  for (const color of colors) {
    if (ratio(rgba(color), background) < 4.5) {
      problems.push(`${describeElement(element)} is ${color} on ${background}`);
    }
  }
  const isFramed =
    style.borderTopStyle === 'solid' &&
    parseFloat(style.borderTopWidth) >= 1 &&
    ratio(rgba(style.borderTopColor), canvas) >= 3;
  if (isControl && !isFramed) problems.push(`${describeElement(element)} has no frame`);
}
const missing = ['summary', 'button', 'input', 'a'].filter(
  (control) => !kl().querySelector(`.kl-share ${control}`)?.checkVisibility(),
);
if (missing.length) problems.push(`the panel isn't open: there is no ${missing}`);
for (const stop of focusable(kl())) {
  stop.focus({ focusVisible: true });
  const styles = [stop, stop.querySelector('.kl-label')].filter(Boolean).map(getComputedStyle);
  const hasOutline = styles.some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  );
  if (!hasOutline) problems.push(`${describeElement(stop)} shows no focus`);
  const ribbon = stop.querySelector('.kl-ribbon');
  if (ribbon && !isForced(getComputedStyle(ribbon).stroke)) {
    problems.push(`${describeElement(stop)} with the focus has an outline of ${getComputedStyle(ribbon).stroke}`);
  }
}
return problems;
