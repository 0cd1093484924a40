let looks = 0;
const looking = setInterval(() => {
  if (!document.querySelector('.kl-phase-3')) return;
  const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  if (!painted && ++looks < 10) return;
  clearInterval(looking);
  fetch('RELEASE');
}, 50);
