window.titles = [];
window.spoken = [];
const regions = '[role=status], [role=alert], [role=log], [aria-live], output';
const listen = (root) => {
  // What moves within a shadow isn't heard outside it.
  root.addEventListener('focusin', ({target}) => { if (target.matches('[data-title]')) titles.push(target.textContent); });
  new MutationObserver((records) => {
    for (const {target, addedNodes} of records) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      const added = [...addedNodes].filter((each) => each.nodeType === 1);
      const changed = [element?.closest(regions), ...added.flatMap((each) =>
        [...(each.matches(regions) ? [each] : []), ...each.querySelectorAll(regions)])];
      for (const each of changed) if (each?.textContent.trim()) spoken.push(each.textContent.trim());
    }
  }).observe(root, {subtree: true, childList: true, characterData: true});
};
if (!window.listening) [document, place().shadowRoot].filter(Boolean).forEach(listen);
window.listening = true;
