const labels = [...kl().querySelectorAll('.kl-label')].map((label) =>
  [...label.querySelectorAll('.kl-number, .kl-label-text > :not(.kl-unseen)')].flatMap((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const isNumber = element.className === 'kl-number' && element.checkVisibility();
    const rects = isNumber ? [element.getBoundingClientRect()] : [...range.getClientRects()];
    return rects.map((rect) => ({ rect, text: element.textContent }));
  }),
);
const problems = [];
labels.forEach((texts, index) =>
  labels.slice(index + 1).forEach((otherTexts) => {
    for (const { rect: a, text } of texts)
      for (const { rect: b, text: other } of otherTexts) {
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          problems.push(`${text} over ${other}`);
      }
  }),
);
return problems;
