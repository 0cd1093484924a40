const problems = [];
for (const link of kl().querySelectorAll('.kl-phase-link')) {
  const name = link.dataset.view;
  const box = link.querySelector('.kl-label').getBoundingClientRect();
  if (box.width < 44 || box.height < 44) problems.push(`the label of ${name} is ${box.width} by ${box.height} px`);
  const circle = link.querySelector('.kl-station circle:first-child');
  circle.scrollIntoView({ block: 'center', behavior: 'instant' });
  const station = circle.getBoundingClientRect();
  const [x, y] = [station.x + station.width / 2, station.y + station.height / 2];
  const missed = [];
  for (const radius of [0, 11, 21.5]) {
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn * Math.PI) / 8;
      const hit = document.elementFromPoint(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      if (hit?.closest('a') !== link) missed.push(`${radius} px at ${turn * 22.5}°`);
    }
  }
  if (missed.length)
    problems.push(`${name} is missed ${missed.slice(0, 4)} from its number, ${missed.length} times in 48`);
}
return problems;
