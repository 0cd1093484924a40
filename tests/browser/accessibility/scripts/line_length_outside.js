// A font of common width, because fonts differ by machine.
place().style.setProperty('--kl-font', 'Liberation Sans, Arial, sans-serif');
const texts = kl().querySelectorAll('.kl-main p, .kl-main li:not(:has(a)), .kl-tip');
const problems = [];
for (const text of texts) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const tops = [...new Set(rects.map(({ top }) => Math.round(top)))];
  // The last line may be short, so a text needs two full lines.
  if (tops.length < 3) continue;
  const left = Math.min(...rects.map((rect) => rect.left));
  const widths = tops.map(
    (top) => Math.max(...rects.filter((rect) => Math.round(rect.top) === top).map(({ right }) => right)) - left,
  );
  const lines = widths.reduce((sum, width) => sum + width, 0) / Math.max(...widths);
  const characters = text.textContent.length / lines;
  if (characters < 45 || characters > 75) {
    problems.push(`${Math.round(characters)} in a line: ${text.textContent.slice(0, 60)}`);
  }
}
return problems;
