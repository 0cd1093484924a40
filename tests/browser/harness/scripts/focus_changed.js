const stop = stops[arguments[0]];
const [before, after] = [shots.before.data, shots.after.data];
const {width, height} = part(stop).getBoundingClientRect();
let changed = 0;
for (let at = 0; at < before.length; at += 4) {
  const [old, now] = [before.subarray(at, at + 3), after.subarray(at, at + 3)];
  if (old.some((value, each) => value !== now[each]) && ratio(old, now) >= 3) changed++;
}
return [called(stop), changed, Math.ceil(4 * (width + height) - 16)];
