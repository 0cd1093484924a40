const rect = (each) => {
  const words = document.createRange();
  words.selectNodeContents(each);
  return words.getBoundingClientRect();
};
const names = [...kl().querySelectorAll('.kl-name-short')];
const wrong = names.filter((each) => !each.checkVisibility() || rect(each).width === 0)
  .map((each) => `${each.textContent} isn't shown`);
const all = [
  ...names.map((each) => [each.textContent, rect(each)]),
  ...[...kl().querySelectorAll('.kl-number')].map((each) => [`the label's ${each.textContent}`, each.getBoundingClientRect()]),
  ...[...kl().querySelectorAll('.kl-station circle:first-child')].map((each, at) => [`number ${at + 1} on its arc`, each.getBoundingClientRect()]),
];
all.forEach(([name, a], at) => {
  for (const [other, b] of all.slice(at + 1)) {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
      wrong.push(`${name} lies over ${other}`);
    }
  }
});
return wrong;
