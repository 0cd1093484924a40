window.made ??= [];
return (async () => {
  for (let count = 0; count < arguments[0]; count++) {
    const element = document.createElement('kennis-lemniscaat');
    const live = new Promise((done) => element.addEventListener('kennislemniscaat:ready', done));
    document.body.append(element);
    await live;
    made.push(new WeakRef(element));
    element.remove();
  }
})();
