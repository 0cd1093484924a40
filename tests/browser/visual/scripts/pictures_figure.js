document.activeElement?.blur();
scrollTo(0, 0);
return drawn()
  .then(() => document.fonts.ready)
  .then(drawn)
  .then(() => {
    const { left, top, width, height } = $('.kl-figure').getBoundingClientRect();
    return [left, top, width, height].map(Math.round);
  });
