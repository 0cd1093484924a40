const textRect = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
};
const names = [...kl().querySelectorAll('.kl-name-short')];
const problems = names
  .filter((name) => !name.checkVisibility() || textRect(name).width === 0)
  .map((name) => `${name.textContent} isn't shown`);
const boxes = [
  ...names.map((name) => [name.textContent, textRect(name)]),
  ...[...kl().querySelectorAll('.kl-number')].map((number) => [
    `the label's ${number.textContent}`,
    number.getBoundingClientRect(),
  ]),
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
