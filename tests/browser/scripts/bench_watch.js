window.times = {interactive: 0, ready: 0};
addEventListener('kennislemniscaat:ready', () => {
  times.interactive += 1;
  times.ready = performance.now();
});
const look = () => {
  const all = [...document.querySelectorAll('kennis-lemniscaat')];
  const shown = all.length && all.every((element) => element.shadowRoot?.querySelector('.kl'));
  if (shown) times.shown = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
