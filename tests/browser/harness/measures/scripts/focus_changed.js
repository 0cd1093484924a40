const stop = stops[arguments[0]];
const [before, after] = [shots.before.data, shots.after.data];
const { width, height } = part(stop).getBoundingClientRect();
let changed = 0;
for (let start = 0; start < before.length; start += 4) {
  const [old, now] = [before.subarray(start, start + 3), after.subarray(start, start + 3)];
  if (old.some((value, channel) => value !== now[channel]) && ratio(old, now) >= 3) changed++;
}
return [describeElement(stop), changed, Math.ceil(4 * (width + height) - 16)];
