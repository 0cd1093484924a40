window.turns = {begun: 0, ended: 0};
const start = document.startViewTransition.bind(document);
document.startViewTransition = (change) => {
  turns.begun += 1;
  const transition = start(change);
  transition.finished.then(() => { turns.ended += 1; });
  return transition;
};
