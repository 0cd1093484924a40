let attempts = 0;
const interval = setInterval(() => {
  if (!document.querySelector('.kl-phase-3')) return;
  const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
  if (!painted && ++attempts < 10) return;
  clearInterval(interval);
  fetch('RELEASE');
}, 50);
