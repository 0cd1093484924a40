const link = document.createElement('a');
link.dataset.view = arguments[0];
link.setAttribute('href', arguments[1]);
const before = $('.kl-main');
kl().append(link);
const start = performance.now();
link.click();
return new Promise((done) => {
  const poll = () => {
    if (before.isConnected) return setTimeout(poll);
    kl().getBoundingClientRect();
    link.remove();
    done(performance.now() - start);
  };
  poll();
});
