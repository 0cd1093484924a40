return deep(document.body)
  .filter(
    (element) =>
      !element.closest('.kl-unseen, .page-skip, svg, textarea, input') &&
      element.checkVisibility() &&
      ['hidden', 'clip'].includes(getComputedStyle(element).overflowY) &&
      (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1),
  )
  .map((element) => `${describeElement(element)} is cut off`);
