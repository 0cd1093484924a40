const around = document.documentElement.cloneNode(true);
// The view attribute is the element's own, and follows what is shown.
for (const each of around.querySelectorAll('kennis-lemniscaat')) each.removeAttribute('view');
const attributes = (node) => [...node.attributes].map(({name, value}) => `${name}=${value}`);
return {
  html: around.outerHTML,
  root: attributes(document.documentElement),
  // All but a slip of the driver's own scripts.
  globals: Object.getOwnPropertyNames(window).filter((name) => name !== 'ret_nodes').sort(),
  prototypes: [Object, Array, Function, Promise, Element, Node, HTMLElement, EventTarget]
    .map((each) => Object.getOwnPropertyNames(each.prototype).sort().join()),
  cookie: document.cookie,
  stored: [localStorage.length, sessionStorage.length],
  sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
  fonts: document.fonts.size,
  title: document.title,
  address: location.pathname + location.search + location.hash,
  scroll: [scrollX, scrollY],
  state: history.state,
};
