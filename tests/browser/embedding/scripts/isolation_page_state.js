const root = document.documentElement.cloneNode(true);
// The widget itself sets the view attribute to the view that it shows.
for (const element of root.querySelectorAll('kennis-lemniscaat')) element.removeAttribute('view');
const attributes = (node) => [...node.attributes].map(({ name, value }) => `${name}=${value}`);
return {
  html: root.outerHTML,
  root: attributes(document.documentElement),
  // Without a global of the driver's own scripts.
  globals: Object.getOwnPropertyNames(window)
    .filter((name) => name !== 'ret_nodes')
    .sort(),
  prototypes: [Object, Array, Function, Promise, Element, Node, HTMLElement, EventTarget].map(({ prototype }) =>
    Object.getOwnPropertyNames(prototype).sort().join(),
  ),
  cookie: document.cookie,
  stored: [localStorage.length, sessionStorage.length],
  sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
  fonts: document.fonts.size,
  title: document.title,
  address: location.pathname + location.search + location.hash,
  scroll: [scrollX, scrollY],
  state: history.state,
};
