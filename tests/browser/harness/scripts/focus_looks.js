window.stops = focusable();
const ground = (each) => {
  for (; each; each = each.parentElement ?? each.getRootNode().host) {
    const {backgroundColor} = getComputedStyle(each);
    if (rgba(backgroundColor)[3]) return backgroundColor;
  }
};
return stops.map((each) => [each.localName, each.getAttribute('class'), each.ariaCurrent,
  each.closest('[class*=kl-phase-]')?.getAttribute('class'), !!each.closest('svg'), !!each.closest('.kl-share'),
  ground(each.parentElement)].join(' '));
