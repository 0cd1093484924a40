const element = place();
const parent = element.parentNode;
const views = ['', 'vertaling', 'analyseren/tip-2', 'achtergrond'];
return (async () => {
  for (let count = 1; count <= 50; count++) {
    element.remove();
    // Every third cycle reinserts the element at once, as a move does.
    if (count % 3) await drawn();
    const view = views[count % 4];
    element.setAttribute('view', view);
    const ready = new Promise((resolve) =>
      element.addEventListener('kennislemniscaat:ready', ({ detail }) => resolve(detail.view), { once: true }),
    );
    parent.append(element);
    const timeout = new Promise((resolve) => setTimeout(resolve, 3000, 'nothing'));
    const shown = await Promise.race([ready, timeout]);
    const widgets = element.shadowRoot.querySelectorAll('.kl').length;
    if (shown !== view || widgets !== 1) return `cycle ${count} shows ${shown} and ${widgets} widgets`;
  }
  return heading();
})();
