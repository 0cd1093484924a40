// Elements that let something behind them show through.
return [...kl().querySelectorAll('*')]
  .filter((element) => element.checkVisibility() && !element.closest('.kl-unseen, .kl-stream'))
  .flatMap((element) => {
    const style = getComputedStyle(element);
    const alphas = [Number(style.opacity), rgba(style.backgroundColor)[3]];
    if (element.closest('svg')) alphas.push(Number(style.fillOpacity), Number(style.strokeOpacity));
    const isTranslucent = alphas.some((alpha) => alpha > 0.01 && alpha < 0.99);
    return isTranslucent ? [`${describeElement(element)}: ${alphas}`] : [];
  });
