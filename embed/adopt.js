// Stylesheets that are adopted, which no policy of a host page for styles forbids. The roots of a document share them.

/** The sheets of each document, by their text: a document can't adopt those of another one. */
/** @type {WeakMap<Document, Record<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Adds a stylesheet to a root, once.
 *
 * @param {Document | ShadowRoot} root
 * @param {string} text
 */
export function adopt(root, text) {
  const { adoptedStyleSheets: adopted } = root;
  // An element may have moved to another document.
  const owner = root.ownerDocument ?? /** @type {Document} */ (root);
  const known = sheets.get(owner) ?? {};
  sheets.set(owner, known);
  let sheet = known[text];
  if (!sheet) {
    sheet = known[text] = new /** @type {Window & typeof globalThis} */ (owner.defaultView).CSSStyleSheet();
    sheet.replaceSync(text);
  }
  if (!adopted.includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet];
}
