const stop = stops[arguments[0]];
stop.focus({ focusVisible: true });
part(stop).scrollIntoView({ block: 'center', behavior: 'instant' });
const { left, top, right, bottom } = part(stop).getBoundingClientRect();
const [x, y] = [Math.max(0, Math.floor(left) - 16), Math.max(0, Math.floor(top) - 16)];
stop.blur();
return drawn().then(() => [
  Math.round(x + scrollX),
  Math.round(y + scrollY),
  Math.ceil(Math.min(right + 16, innerWidth) - x),
  Math.ceil(Math.min(bottom + 16, innerHeight) - y),
]);
