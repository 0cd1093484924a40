const width = document.documentElement.clientWidth;
const wrong = [];
for (const label of kl().querySelectorAll('.kl-label')) {
  const box = label.getBoundingClientRect();
  const shown = [...label.querySelectorAll('.kl-number, .kl-name-full, .kl-name-short, .kl-count')]
    .filter((each) => each.checkVisibility());
  if (!shown.some((each) => /name/.test(each.className))) wrong.push('a label without a name');
  for (const each of shown) {
    const words = document.createRange();
    words.selectNodeContents(each);
    for (const {left, right, top, bottom} of words.getClientRects()) {
      const inside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
      if (!inside || left < 0 || right > width) {
        wrong.push(`${each.textContent} from ${left} to ${right} in a label from ${box.left} to ${box.right}`);
      }
    }
  }
}
return wrong;
