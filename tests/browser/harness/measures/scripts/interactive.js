const deep = (root) =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? deep(element.shadowRoot) : []),
  ]);
const focusable = (root = document) =>
  deep(root).filter(
    (element) =>
      element.matches('a[href], button, input, select, textarea, summary, [tabindex]') &&
      element.tabIndex >= 0 &&
      !element.disabled &&
      element.checkVisibility({ visibilityProperty: true }),
  );
const active = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
const part = (element) => element.querySelector('.kl-label') ?? element;
const describeElement = (element) => {
  const text = (element.textContent || element.name || '').trim().replace(/\s+/g, ' ').slice(0, 40);
  return `${element.localName}.${element.getAttribute('class') ?? ''} “${text}”`;
};
