window.references ??= [];
return (async () => {
  for (let count = 0; count < arguments[0]; count++) {
    const element = document.createElement('kennis-lemniscaat');
    const ready = new Promise((done) => element.addEventListener('kennislemniscaat:ready', done));
    document.body.append(element);
    await ready;
    references.push(new WeakRef(element));
    element.remove();
  }
})();
