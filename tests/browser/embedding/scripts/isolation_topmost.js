return arguments[0].map((selector) => {
  const { left, top, width, height } = $(selector).getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2)?.id;
});
