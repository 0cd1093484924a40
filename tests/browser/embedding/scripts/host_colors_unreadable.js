const unreadable = [];
const kinds = new Set();
let colors;
const check = (kind, selector, container, property = 'color') => {
  for (const element of kl().querySelectorAll(selector)) {
    const surface = rgba(getComputedStyle(kl()).backgroundColor);
    const fill = getComputedStyle(container ? element.closest(container) : kl()).backgroundColor;
    const background = over(rgba(fill), surface);
    const contrast = ratio(rgba(getComputedStyle(element)[property]), background);
    if (contrast < 4.5) unreadable.push(`${kind} on ${colors}: ${contrast.toFixed(2)}`);
    kinds.add(kind);
  }
};
for (const surface of arguments[0])
  for (const phase of arguments[0]) {
    colors = `${surface} and ${phase}`;
    place().style.setProperty('--kl-surface', surface);
    for (const number of [1, 2, 3, 4]) place().style.setProperty(`--kl-phase-${number}`, phase);
    check('text', '.kl-main');
    check('a link', '.kl-crumb');
    check('small text', '.kl-kicker');
    check('a number', '.kl-number', '.kl-number');
    check('a button under the mouse', '.kl-main .kl-button:hover', '.kl-button');
    check('a tip', '.kl-tip:not(:hover)');
    check('a tip under the mouse', '.kl-tip:hover', '.kl-tip');
    check('a notice', '.kl-notice:not(:empty)', '.kl-notice');
    check('a table', '.kl-table :is(caption, th, td)');
    check('a chart', '.kl-chart text', null, 'fill');
    check('a quote', '.kl-quote :is(p, figcaption, a)', '.kl-quote');
    check('the current phase', '[aria-current] .kl-label-text', '.kl-label');
    check('a field or button of the panel', '.kl-share :is(input, button)', ':is(input, button)');
  }
return [unreadable, [...kinds]];
