// Animations and transitions that run, at rest or with the focus, and those that styles declare.
const running = () =>
  document.getAnimations().map((animation) => {
    const name = animation.animationName ?? animation.transitionProperty;
    return `${name} of ${animation.effect.target.getAttribute('class')}`;
  });
return (async () => {
  await drawn();
  const problems = running();
  for (const stop of focusable(kl())) {
    stop.focus({ focusVisible: true });
    problems.push(...running());
  }
  const drops = [...kl().querySelectorAll('.kl-stream, .kl-stream *')];
  problems.push(
    ...drops
      .filter(
        (element) =>
          element.childElementCount === 0 &&
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      )
      .map(() => 'the flow is visible'),
  );
  for (const element of deep(document.body))
    for (const pseudo of [null, '::before', '::after']) {
      const { animationName, transitionDuration, transitionProperty } = getComputedStyle(element, pseudo);
      if (animationName !== 'none')
        problems.push(`${describeElement(element)} declares the animation ${animationName}`);
      if (transitionProperty !== 'none' && /[1-9]/.test(transitionDuration)) {
        problems.push(`${describeElement(element)} declares a transition`);
      }
    }
  return problems;
})();
