if (parent !== window) {
  const post = parent.postMessage.bind(parent);
  parent.targets = [];
  parent.postMessage = (message, target) => {
    parent.targets.push(target);
    post(message, target);
  };
}
