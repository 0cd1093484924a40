for (const root of [document, ...deep(document).map((each) => each.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== hide);
}
const {data, width, height} = shots.behind;
const lowest = {};
const wrong = [];
for (const {name, colour, least, rects} of words) {
  let worst = Infinity;
  let with_ = null;
  for (const {left, top, right, bottom} of rects) {
    for (let row = 0; row < 4; row++) for (let column = 0; column < 12; column++) {
      const x = Math.floor(left + (right - left) * (column + 0.5) / 12);
      const y = Math.floor(top + (bottom - top) * (row + 0.5) / 4);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const behind = data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
      const found = ratio(over(colour, behind), behind);
      if (found < worst) [worst, with_] = [found, [...behind]];
    }
  }
  if (!rects.some(({left, right}) => right - left > 1)) continue;
  if (worst === Infinity) wrong.push(`${name} isn't in the picture`);
  lowest[least] = Math.min(lowest[least] ?? 21, worst);
  if (worst < least - 0.005) wrong.push(`${name}: ${worst.toFixed(2)}, not ${least}: ${colour.map(Math.round)} on ${with_}`);
}
return {wrong, count: words.length, normal: lowest[7] ?? 21, large: lowest[4.5] ?? 21};
