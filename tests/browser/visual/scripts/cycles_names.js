// Names in the figure that are outside of it, broken, or too close to each other or to a number.
const figure = $('.kl-figure').getBoundingClientRect();
const problems = [];
const rangeOf = (node, start, end) => {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
};
const bounds = (rects) => ({
  left: Math.min(...rects.map(({ left }) => left)),
  right: Math.max(...rects.map(({ right }) => right)),
  top: Math.min(...rects.map(({ top }) => top)),
  bottom: Math.max(...rects.map(({ bottom }) => bottom)),
});
/** The distance of two boxes in px; negative if they overlap. */
const distance = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
const names = [...kl().querySelectorAll('.kl-phase')].map((item) => {
  const text = item.querySelector('.kl-label-text');
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const shown = nodes.filter(
    (node) => !node.parentElement.closest('.kl-unseen') && node.parentElement.checkVisibility(),
  );
  const name = shown
    .map((node) => node.data)
    .join('')
    .replaceAll('\u00AD', '');
  const rects = shown.flatMap((node) => [...rangeOf(node, 0, node.length).getClientRects()]);
  for (const node of shown) {
    for (const { 0: part, index } of node.data.matchAll(/[^\s\u00AD-]+/g)) {
      // The rectangles of a letter beside a soft hyphen include the hyphen, and end with the letter.
      const letters = Array.from(part, (_, at) => rangeOf(node, index + at, index + at + 1));
      const tops = letters.map((letter) => [...letter.getClientRects()].findLast(({ width }) => width > 0)?.top);
      const lines = new Set(tops.map(Math.round));
      if (lines.size > 1) problems.push(`“${part}” of “${name}” is broken without a hyphen`);
    }
  }
  const number = item.querySelector('.kl-number');
  if (rects.length === 0) problems.push(`phase ${number.textContent} has no visible name`);
  const line = parseFloat(getComputedStyle(text).lineHeight);
  return { name, line, box: bounds(rects), lines: rects.length, number, item };
});
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) problems.push('the page scrolls sideways');
const circles = [...kl().querySelectorAll('.kl-station circle:first-child')].map((circle) =>
  circle.getBoundingClientRect(),
);
names.forEach(({ name, line, box, number, item }, index) => {
  const { left, right, top, bottom } = box;
  if (left < figure.left - 1 || right > figure.right + 1 || top < figure.top - 1 || bottom > figure.bottom + 1)
    problems.push(`“${name}” is outside of the figure`);
  for (const other of names.slice(index + 1)) {
    const apart = distance(box, other.box);
    if (apart < line - 1) problems.push(`“${name}” and “${other.name}” are ${Math.round(apart)} px apart`);
  }
  circles.forEach((circle, phase) => {
    if (distance(box, circle) < 2) problems.push(`“${name}” covers number ${phase + 1} on its arc`);
  });
  const label = item.querySelector('.kl-label').getBoundingClientRect();
  const visible = label.top > 2 && label.bottom < innerHeight - 2;
  for (const y of visible ? [label.top + 2, label.bottom - 2] : []) {
    const hit = kl()
      .getRootNode()
      .elementFromPoint((label.left + label.right) / 2, y);
    if (hit?.closest('.kl-phase') !== item) problems.push(`a click at the edge of “${name}” hits another phase`);
  }
  const list = number.checkVisibility();
  if (list && distance(number.getBoundingClientRect(), box) > line)
    problems.push(`“${name}” is far from its number in the list`);
  const leader = item.querySelector('.kl-leader');
  if (leader?.checkVisibility()) {
    const start = leader.getPointAtLength(0).matrixTransform(leader.getScreenCTM());
    const apart = distance(box, { left: start.x, right: start.x, top: start.y, bottom: start.y });
    if (apart > 1.5 * line) problems.push(`the line to “${name}” ends ${Math.round(apart)} px from it`);
  }
});
if (new Set(names.map(({ number }) => number.checkVisibility())).size > 1)
  problems.push('some names are in a list, others around the figure');
return problems;
