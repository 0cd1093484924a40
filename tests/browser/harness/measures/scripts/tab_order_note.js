scrollTo(0, 0);
window.stops = focusable();
window.places = stops.map((stop) => part(stop).getBoundingClientRect());
const visit = () => {
  const stop = active();
  const index = stops.indexOf(stop);
  if (index < 0) return { index, problems: [] };
  const problems = [];
  const rects = [...part(stop).getClientRects()];
  const width = document.documentElement.clientWidth,
    height = document.documentElement.clientHeight;
  const visible = rects.find((rect) => rect.bottom > 0 && rect.top < height && rect.right > 0 && rect.left < width);
  if (!visible) return { index, problems: ['it is outside the window'] };
  const isWhole = rects.every((rect) => rect.height > height || (rect.top >= -1 && rect.bottom <= height + 1));
  if (!isWhole)
    problems.push(
      `it is partly outside the window, from ${rects.map(({ top, bottom }) => [top, bottom])} of ${height}`,
    );
  const x = (Math.max(visible.left, 0) + Math.min(visible.right, width)) / 2;
  const y = (Math.max(visible.top, 0) + Math.min(visible.bottom, height)) / 2;
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  if (!hit || !(stop.contains(hit) || (hit.contains(stop) && hit.localName === 'label')))
    problems.push(`it is covered by ${hit ? describeElement(hit) : 'nothing'}`);
  if (getComputedStyle(stop).clipPath !== 'none') problems.push('it is clipped');
  if (!stop.matches(':focus-visible')) problems.push('its focus is not visible');
  return { index, problems: problems.map((problem) => `${describeElement(stop)}: ${problem}`) };
};
window.visited = [];
if (!window.watching)
  addEventListener(
    'keyup',
    ({ key }) => {
      if (key === 'Tab') visited.push(visit());
    },
    true,
  );
window.watching = true;
const start = document.createElement('i');
start.tabIndex = -1;
document.body.prepend(start);
start.focus();
start.remove();
return stops.length;
