return [...kl().querySelectorAll('*')].filter((each) => each.checkVisibility() && !each.closest('.kl-unseen, .kl-stream')).flatMap((each) => {
  const style = getComputedStyle(each);
  const alphas = [Number(style.opacity), rgba(style.backgroundColor)[3]];
  if (each.closest('svg')) alphas.push(Number(style.fillOpacity), Number(style.strokeOpacity));
  return alphas.some((alpha) => alpha > 0.01 && alpha < 0.99) ? [`${called(each)}: ${alphas}`] : [];
});
