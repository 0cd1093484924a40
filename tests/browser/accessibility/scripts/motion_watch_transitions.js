window.transitions = { begun: 0, ended: 0 };
const start = document.startViewTransition.bind(document);
document.startViewTransition = (change) => {
  transitions.begun += 1;
  const transition = start(change);
  transition.finished.then(() => {
    transitions.ended += 1;
  });
  return transition;
};
