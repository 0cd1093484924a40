scrollTo(0, 0);
window.stops = focusable();
window.places = stops.map((each) => part(each).getBoundingClientRect());
const look = () => {
  const stop = active();
  const at = stops.indexOf(stop);
  if (at < 0) return {at, wrong: []};
  const wrong = [];
  const rects = [...part(stop).getClientRects()];
  const width = document.documentElement.clientWidth, height = document.documentElement.clientHeight;
  const seen = rects.find((each) => each.bottom > 0 && each.top < height && each.right > 0 && each.left < width);
  if (!seen) return {at, wrong: ['it is outside the window']};
  const whole = rects.every((each) => each.height > height || (each.top >= -1 && each.bottom <= height + 1));
  if (!whole) wrong.push(`it is partly outside the window, from ${rects.map(({top, bottom}) => [top, bottom])} of ${height}`);
  const x = (Math.max(seen.left, 0) + Math.min(seen.right, width)) / 2;
  const y = (Math.max(seen.top, 0) + Math.min(seen.bottom, height)) / 2;
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  if (!hit || !(stop.contains(hit) || hit.contains(stop) && hit.localName === 'label')) wrong.push(`it is covered by ${hit ? called(hit) : 'nothing'}`);
  if (getComputedStyle(stop).clipPath !== 'none') wrong.push('it is clipped');
  if (!stop.matches(':focus-visible')) wrong.push('it is not seen to have the focus');
  return {at, wrong: wrong.map((each) => `${called(stop)}: ${each}`)};
};
window.visited = [];
if (!window.watching) addEventListener('keyup', ({key}) => { if (key === 'Tab') visited.push(look()); }, true);
window.watching = true;
const start = document.createElement('i');
start.tabIndex = -1;
document.body.prepend(start);
start.focus();
start.remove();
return stops.length;
