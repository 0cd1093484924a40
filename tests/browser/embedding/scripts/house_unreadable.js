const wrong = [];
const check = (what, selector, on, property = 'color') => {
  for (const each of kl().querySelectorAll(selector)) {
    const ground = rgba(getComputedStyle(kl()).backgroundColor);
    const below = over(rgba(getComputedStyle(on ? each.closest(on) : kl()).backgroundColor), ground);
    const found = ratio(rgba(getComputedStyle(each)[property]), below);
    if (found < 4.5) wrong.push(`${what} on ${colours}: ${found.toFixed(2)}`);
    seen.add(what);
  }
};
let colours;
const seen = new Set();
for (const surface of arguments[0]) for (const phase of arguments[0]) {
  colours = `${surface} and ${phase}`;
  place().style.setProperty('--kl-surface', surface);
  for (const at of [1, 2, 3, 4]) place().style.setProperty(`--kl-phase-${at}`, phase);
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
return [wrong, [...seen]];
