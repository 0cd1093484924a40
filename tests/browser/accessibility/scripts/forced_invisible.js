const wrong = [...kl().querySelectorAll('.kl-ribbon, .kl-arrows, .kl-station text, .kl-station circle:first-child, .kl-chart rect, .kl-chart text')]
  .filter((each) => each.checkVisibility()).flatMap((each) => {
  const style = getComputedStyle(each);
  const arrows = each.matches('.kl-arrows');
  const property = arrows || each.localName === 'circle' ? 'stroke' : 'fill';
  const colour = style[property];
  const [r, g, b, a] = rgba(colour);
  const seen = over([r, g, b, a * Number(style[`${property}Opacity`])], ground);
  const lit = !each.closest('.kl-figure-lit') || each.closest('[aria-current]') || each.localName !== 'path';
  const told = `${each.getAttribute('class') ?? each.localName} is ${colour} at ${style[`${property}Opacity`]}`;
  // Arrows are gaps in their arc.
  if (!readers(colour) && !(arrows && colour === system('Canvas'))) return [`${told}: not one of the reader's colours`];
  // A number stands in its circle, arrows on their arc, all else on the surface.
  const under = arrows ? '.kl-ribbon' : each.localName === 'text' ? 'circle' : null;
  const below = under && each.parentElement.querySelector(under);
  const behind = below ? rgba(getComputedStyle(below).fill) : ground;
  return ratio(seen, behind) < (lit || arrows ? 3 : 1.3) ? [told] : [];
});
// Grounds and shadows are gone: only a frame tells which phase is shown.
for (const each of kl().querySelectorAll('.kl-label')) {
  const {borderTopStyle, borderTopWidth} = getComputedStyle(each);
  const framed = borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 2;
  if (framed !== !!each.closest('[aria-current]')) wrong.push(`${called(each)} has ${framed ? 'a' : 'no'} frame`);
}
for (const each of kl().querySelectorAll('*')) {
  if (each.closest('svg, .kl-unseen') || !each.checkVisibility({visibilityProperty: true})) continue;
  const control = each.matches('button, input, textarea');
  if (!control && ![...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
  const style = getComputedStyle(each);
  let on = each;
  while (on && rgba(getComputedStyle(on).backgroundColor)[3] === 0) on = on.parentElement;
  const behind = on ? rgba(getComputedStyle(on).backgroundColor) : ground;
  const colours = each.placeholder ? [style.color, getComputedStyle(each, '::placeholder').color] : [style.color];
  for (const colour of colours) {
    if (ratio(rgba(colour), behind) < 4.5) wrong.push(`${called(each)} is ${colour} on ${behind}`);
  }
  const framed = style.borderTopStyle === 'solid' && parseFloat(style.borderTopWidth) >= 1 && ratio(rgba(style.borderTopColor), ground) >= 3;
  if (control && !framed) wrong.push(`${called(each)} has no frame`);
}
const controls = ['summary', 'button', 'input', 'a'].filter((each) => !kl().querySelector(`.kl-share ${each}`)?.checkVisibility());
if (controls.length) wrong.push(`the panel isn't open: there is no ${controls}`);
for (const each of focusable(kl())) {
  each.focus({focusVisible: true});
  const marks = [each, each.querySelector('.kl-label')].filter(Boolean).map(getComputedStyle);
  if (!marks.some((mark) => mark.outlineStyle !== 'none' && parseFloat(mark.outlineWidth) >= 2)) wrong.push(`${called(each)} shows no focus`);
  const ribbon = each.querySelector('.kl-ribbon');
  if (ribbon && !readers(getComputedStyle(ribbon).stroke)) wrong.push(`${called(each)} with the focus has a line of ${getComputedStyle(ribbon).stroke}`);
}
return wrong;
