for (const root of [
  document,
  ...deep(document)
    .map((element) => element.shadowRoot)
    .filter(Boolean),
]) {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== hide);
}
const { data, width, height } = shots.behind;
const lowest = {};
const problems = [];
for (const { name, color, required, rects } of words) {
  let worst = Infinity;
  let background = null;
  for (const { left, top, right, bottom } of rects) {
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 12; column++) {
        const x = Math.floor(left + ((right - left) * (column + 0.5)) / 12);
        const y = Math.floor(top + ((bottom - top) * (row + 0.5)) / 4);
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        const behind = data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
        const contrast = ratio(over(color, behind), behind);
        if (contrast < worst) [worst, background] = [contrast, [...behind]];
      }
  }
  if (!rects.some(({ left, right }) => right - left > 1)) continue;
  if (worst === Infinity) problems.push(`${name} isn't in the screenshot`);
  lowest[required] = Math.min(lowest[required] ?? 21, worst);
  if (worst < required - 0.005)
    problems.push(`${name}: ${worst.toFixed(2)}, expected ${required}: ${color.map(Math.round)} on ${background}`);
}
return { problems, count: words.length, normal: lowest[7] ?? 21, large: lowest[4.5] ?? 21 };
