const words = [...kl().querySelectorAll('.kl-label')].map((label) =>
  [...label.querySelectorAll('.kl-number, .kl-name-full, .kl-name-short, .kl-count')].flatMap((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const rects = each.className === 'kl-number' ? [each.getBoundingClientRect()] : [...range.getClientRects()];
    return rects.map((rect) => ({rect, text: each.textContent}));
  }));
const wrong = [];
words.forEach((some, at) => words.slice(at + 1).forEach((others) => {
  for (const {rect: a, text} of some) for (const {rect: b, text: other} of others) {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) wrong.push(`${text} over ${other}`);
  }
}));
return wrong;
