const [order] = arguments;
const phaseNumber = (stop) =>
  stop.matches('.kl-phase-link') ? Number(stop.querySelector('.kl-number').textContent) : 0;
return order.slice(1).flatMap((b, index) => {
  const a = order[index];
  const [from, to] = [places[a], places[b]];
  const step = `from ${describeElement(stops[a])} to ${describeElement(stops[b])}`;
  const [phase, nextPhase] = [phaseNumber(stops[a]), phaseNumber(stops[b])];
  if (phase && nextPhase) return nextPhase === phase + 1 ? [] : [`${step}: phase ${nextPhase} after ${phase}`];
  const above = to.bottom <= from.top + 1;
  const right = to.left >= from.right - 1;
  const sameRow = !above && to.top < from.bottom - 1;
  if (above && !right) return [`${step}: up`];
  return sameRow && to.right <= from.left + 1 ? [`${step}: to the left`] : [];
});
