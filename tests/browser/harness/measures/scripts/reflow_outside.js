const width = document.documentElement.clientWidth;
return deep(document.body)
  .filter(
    (element) =>
      element.checkVisibility() &&
      !element.closest('.kl-table, .kl-chart, .kl-unseen, .page-skip, .kl-layer, .kl-stream'),
  )
  .filter((element) => element.getBoundingClientRect().right > width + 1 || element.getBoundingClientRect().left < -1)
  .map(
    (element) =>
      `${describeElement(element)} reaches from ${element.getBoundingClientRect().left} to ${element.getBoundingClientRect().right}`,
  );
