return [...kl().querySelectorAll('.kl-station circle:first-child')].map((circle) => {
  const {left, top, width, height} = circle.getBoundingClientRect();
  const radius = width / 2;
  const at = (distance, turn) => {
    const x = Math.floor(left + radius + distance * Math.cos(turn));
    const y = Math.floor(top + height / 2 + distance * Math.sin(turn));
    const {data, width: wide} = shots.rings;
    return [...data.subarray((y * wide + x) * 4, (y * wide + x) * 4 + 3)];
  };
  // Where the line is a pixel wide, only some of it isn't mixed with what is beside it.
  const line = [-1, -0.5, 0, 0.5, 1].flatMap((off) =>
    Array.from({length: 32}, (_, turn) => at(radius + off, turn * Math.PI / 16)));
  // Between the number and a ring that may be thick.
  const inside = at(radius * 0.68, 0);
  const clear = line.reduce((best, each) => ratio(each, inside) > ratio(best, inside) ? each : best);
  const is = (name) => rgba(system(name)).slice(0, 3).every((value, at) => Math.abs(value - clear[at]) <= 2);
  return {thick: ratio(at(radius * 0.87, 0), inside) >= 3, clear: clear.join(), inside: inside.join(), ratio: ratio(clear, ground),
    link: is('LinkText'), visited: is('VisitedText'), empty: ground.slice(0, 3).join() === inside.join()};
});
