document.activeElement?.blur();
scrollTo(0, 0);
return drawn()
  .then(() => document.fonts.ready)
  .then(drawn)
  .then(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
