window.activated = new WeakSet();
addEventListener('kennislemniscaat:ready', ({ target }) => activated.add(target));
window.shared = [];
addEventListener('kennislemniscaat:share', ({ detail }) => shared.push(detail.via));
