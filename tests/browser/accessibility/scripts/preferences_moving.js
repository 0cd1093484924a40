const moving = () => document.getAnimations().map((each) =>
  `${each.animationName ?? each.transitionProperty} of ${each.effect.target.getAttribute('class')}`);
return (async () => {
  await drawn();
  const found = moving();
  for (const each of focusable(kl())) {
    each.focus({focusVisible: true});
    found.push(...moving());
  }
  const stream = [...kl().querySelectorAll('.kl-stream, .kl-stream *')];
  found.push(...stream.filter((each) => each.childElementCount === 0 && each.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(() => 'the stream shows'));
  for (const each of deep(document.body)) for (const pseudo of [null, '::before', '::after']) {
    const {animationName, transitionDuration, transitionProperty} = getComputedStyle(each, pseudo);
    if (animationName !== 'none') found.push(`${called(each)} would do ${animationName}`);
    if (transitionProperty !== 'none' && /[1-9]/.test(transitionDuration)) found.push(`${called(each)} would change slowly`);
  }
  return found;
})();
