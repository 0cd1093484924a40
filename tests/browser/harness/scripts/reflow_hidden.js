return deep(document.body).filter((each) => !each.closest('.kl-unseen, .page-skip, svg, textarea, input')
  && each.checkVisibility() && ['hidden', 'clip'].includes(getComputedStyle(each).overflowY)
  && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1))
  .map((each) => `${called(each)} is cut off`);
