window.titles = [];
window.liveTexts = [];
const regions = '[role=status], [role=alert], [role=log], [aria-live], output';
const listen = (root) => {
  // Focus changes within a shadow root don't reach listeners outside it.
  root.addEventListener('focusin', ({ target }) => {
    if (target.matches('[data-title]')) titles.push(target.textContent);
  });
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      const added = [...addedNodes].filter((node) => node.nodeType === 1);
      const changed = [
        element?.closest(regions),
        ...added.flatMap((element) => [
          ...(element.matches(regions) ? [element] : []),
          ...element.querySelectorAll(regions),
        ]),
      ];
      for (const region of changed) if (region?.textContent.trim()) liveTexts.push(region.textContent.trim());
    }
  }).observe(root, { subtree: true, childList: true, characterData: true });
};
if (!window.listening) [document, place().shadowRoot].filter(Boolean).forEach(listen);
window.listening = true;
