const deep = (root) => [...root.querySelectorAll('*')].flatMap((each) =>
  [each, ...(each.shadowRoot ? deep(each.shadowRoot) : [])]);
const focusable = (root = document) => deep(root).filter((each) =>
  each.matches('a[href], button, input, select, textarea, summary, [tabindex]') && each.tabIndex >= 0
  && !each.disabled && each.checkVisibility({visibilityProperty: true}));
const active = () => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
};
const part = (each) => each.querySelector('.kl-label') ?? each;
const called = (each) => {
  const words = (each.textContent || each.name || '').trim().replace(/\s+/g, ' ').slice(0, 40);
  return `${each.localName}.${each.getAttribute('class') ?? ''} “${words}”`;
};
