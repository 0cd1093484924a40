window.stops = focusable();
const background = (element) => {
  for (; element; element = element.parentElement ?? element.getRootNode().host) {
    const { backgroundColor } = getComputedStyle(element);
    if (rgba(backgroundColor)[3]) return backgroundColor;
  }
};
return stops.map((stop) =>
  [
    stop.localName,
    stop.getAttribute('class'),
    stop.ariaCurrent,
    stop.closest('[class*=kl-phase-]')?.getAttribute('class'),
    !!stop.closest('svg'),
    !!stop.closest('.kl-share'),
    background(stop.parentElement),
  ].join(' '),
);
