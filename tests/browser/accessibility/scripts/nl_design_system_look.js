const surface = getComputedStyle(kl()).backgroundColor;
const hex = (color) => {
  const channels = over(rgba(color), rgba(surface)).map((channel) => Math.round(channel).toString(16).padStart(2, '0'));
  return `#${channels.join('')}`;
};
const probe = (property, value) => {
  const element = document.createElement('span');
  element.style[property] = value;
  kl().append(element);
  const computed = getComputedStyle(element)[property];
  element.remove();
  return computed;
};
const color = (name) => probe('color', `var(--_${name})`);
const title = getComputedStyle($('[data-title]'));
const button = getComputedStyle($('.kl-main .kl-button:not(summary)'));
const colors = {
  surface,
  ink: color('ink'),
  'ink-soft': color('ink-soft'),
  link: color('link'),
  focus: color('focus'),
  heading: title.color,
  button: button.backgroundColor,
};
const contrast = (front, back) => {
  const behind = over(rgba(back), rgba(surface));
  return ratio(over(rgba(front), behind), behind);
};
const contrasts = { button: contrast(button.color, button.backgroundColor) };
for (const name of ['ink', 'ink-soft', 'link', 'focus', 'heading']) contrasts[name] = contrast(colors[name], surface);
for (const name of ['ink', 'ink-soft', 'link'])
  contrasts[`${name} on a tint`] = contrast(colors[name], probe('backgroundColor', 'var(--_raised)'));
const { fontFamily, fontSize, colorScheme } = getComputedStyle(kl());
return {
  colors: Object.fromEntries(Object.entries(colors).map(([name, value]) => [name, hex(value)])),
  contrasts,
  fonts: [fontFamily, title.fontFamily],
  size: fontSize,
  radius: probe('borderTopLeftRadius', 'var(--_radius)'),
  scheme: colorScheme,
};
