window.times = { interactive: 0, ready: 0 };
addEventListener('kennislemniscaat:ready', () => {
  times.interactive += 1;
  times.ready = performance.now();
});
const poll = () => {
  const widgets = [...document.querySelectorAll('kennis-lemniscaat')];
  const shown = widgets.length && widgets.every((element) => element.shadowRoot?.querySelector('.kl'));
  if (shown) times.shown = performance.now();
  else requestAnimationFrame(poll);
};
requestAnimationFrame(poll);
