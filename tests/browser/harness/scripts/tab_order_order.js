const [order] = arguments;
const number = (each) => each.matches('.kl-phase-link') ? Number(each.querySelector('.kl-number').textContent) : 0;
return order.slice(1).flatMap((b, index) => {
  const a = order[index];
  const [from, to] = [places[a], places[b]];
  const told = `from ${called(stops[a])} to ${called(stops[b])}`;
  const [one, other] = [number(stops[a]), number(stops[b])];
  if (one && other) return other === one + 1 ? [] : [`${told}: phase ${other} after ${one}`];
  const above = to.bottom <= from.top + 1;
  const right = to.left >= from.right - 1;
  const sameRow = !above && to.top < from.bottom - 1;
  if (above && !right) return [`${told}: up`];
  return sameRow && to.right <= from.left + 1 ? [`${told}: to the left`] : [];
});
