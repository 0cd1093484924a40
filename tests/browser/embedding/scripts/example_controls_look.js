window.look = () => {
  const root = document.querySelector('#properties kennis-lemniscaat').shadowRoot;
  const seen = ['color', 'backgroundColor', 'borderTopColor', 'borderTopLeftRadius', 'colorScheme', 'fill', 'fontFamily',
    'fontSize', 'outlineColor', 'paddingTop', 'stroke', 'width'];
  return [...root.querySelectorAll('.kl, .kl *')].map((each) => {
    const style = getComputedStyle(each);
    return seen.map((name) => style[name]).join();
  }).join('\n');
};
