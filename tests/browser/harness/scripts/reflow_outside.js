const width = document.documentElement.clientWidth;
return deep(document.body).filter((each) => each.checkVisibility() && !each.closest('.kl-table, .kl-chart, .kl-unseen, .page-skip, .kl-layer, .kl-stream'))
  .filter((each) => each.getBoundingClientRect().right > width + 1 || each.getBoundingClientRect().left < -1)
  .map((each) => `${called(each)} reaches from ${each.getBoundingClientRect().left} to ${each.getBoundingClientRect().right}`);
