const textRect = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
};
const shownName = (label) =>
  [...label.querySelectorAll(':scope > :not(.kl-unseen)')].find((name) => textRect(name).width > 0);
const labels = [...kl().querySelectorAll('.kl-label-text')];
const problems = labels.filter((label) => !shownName(label)).map((label) => `${label.textContent} isn't shown`);
const names = labels.map(shownName).filter(Boolean);
const boxes = [
  ...names.map((name) => [name.textContent, textRect(name)]),
  ...[...kl().querySelectorAll('.kl-number')]
    .filter((number) => number.checkVisibility())
    .map((number) => [`the label's ${number.textContent}`, number.getBoundingClientRect()]),
  ...[...kl().querySelectorAll('.kl-station circle:first-child')].map((circle, index) => [
    `number ${index + 1} on its arc`,
    circle.getBoundingClientRect(),
  ]),
];
boxes.forEach(([name, a], index) => {
  for (const [other, b] of boxes.slice(index + 1)) {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
      problems.push(`${name} overlaps ${other}`);
    }
  }
});
return problems;
