const place = (n = 0) => document.querySelectorAll('[data-kennislemniscaat], kennis-lemniscaat')[n];
const kl = (n = 0) => (place(n)?.shadowRoot ?? place(n))?.querySelector('.kl') ?? null;
const $ = (selector, n = 0) => kl(n)?.querySelector(selector) ?? null;
const heading = (n = 0) => $('[data-title]', n)?.textContent;
const focused = (n = 0) => kl(n)?.getRootNode().activeElement ?? null;
const hasSearch = (n = 0) => !$('.kl-find', n) || !!$('.kl-find form', n);
const isInteractive = (n = 0) =>
  (place(n)?.shadowRoot ? activated.has(place(n)) : place(n)?.dataset.kennislemniscaat === 'interactive') &&
  hasSearch(n);
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
