const width = document.documentElement.clientWidth;
const problems = [];
for (const label of kl().querySelectorAll('.kl-label')) {
  const box = label.getBoundingClientRect();
  const shown = [...label.querySelectorAll('.kl-number, .kl-label-text > :not(.kl-unseen)')].filter((element) =>
    element.checkVisibility(),
  );
  if (!shown.some((element) => element.className !== 'kl-number')) problems.push('a label without a name');
  for (const element of shown) {
    const range = document.createRange();
    range.selectNodeContents(element);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const inside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
      if (!inside || left < 0 || right > width) {
        problems.push(`${element.textContent} from ${left} to ${right} in a label from ${box.left} to ${box.right}`);
      }
    }
  }
}
return problems;
