const values = {
  view: ['', 'vertaling', 'niets', '?x', '#y', '/vertaling/', '../..', '%'],
  lang: ['nl', 'fy', ''],
  theme: ['dark', 'geen'],
  'heading-level': ['1', '7', 'x'],
  loading: ['eager', ''],
  'share-base': ['https://[', '/deel'],
  'sync-url': [''],
};
const names = Object.keys(values);
return (async () => {
  for (let n = 0; n < 300; n++) {
    const name = names[(n * 7) % names.length];
    it.setAttribute(name, values[name][(n * 5) % values[name].length]);
    if (n % 4 === 0) await new Promise((next) => setTimeout(next, n % 3));
  }
  it.setAttribute('view', '');
})();
