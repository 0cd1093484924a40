// The widget of a lone script tag.

import { setAttributes } from './attributes.js';
import { loadRuntime } from './load-runtime.js';
import { TAG_NAME, isTaken } from './tag-name.js';

/**
 * Widgets that script tags have inserted, with their tags.
 *
 * @type {WeakMap<Element, Element>}
 */
export const inserted = new WeakMap();
/** The number of other elements on the page, in shadow roots as well. */
let own = 0;
/** Whether a widget was inserted again in this task. */
let hasReinserted = false;

/**
 * Inserts a widget after a script tag, on a page without an element or a link of its own. A tag with `data-only="elements"` is for every page of a site, and inserts nothing.
 *
 * @param {HTMLScriptElement | undefined} tag
 */
export function mountAtScript(tag) {
  const mount = async () => {
    if (
      (isTaken || document.querySelector('a.kennislemniscaat')) &&
      (await loadRuntime().catch(() => {}))?.checkElements()
    )
      return;
    if (!tag || tag.dataset.only === 'elements' || own || inserted.has(/** @type {Element} */ (tag.nextElementSibling)))
      return;
    if (!tag.closest('body'))
      return loadRuntime().then(
        (runtime) => runtime.checkPlace(tag),
        () => {},
      );
    const element = document.createElement(TAG_NAME);
    setAttributes(element, tag);
    inserted.set(element, tag);
    tag.after(element);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', mount);
  else mount();
}

/**
 * Removes the widgets of tags once the page has an element of its own.
 *
 * @param {Element} element an element that was connected
 */
export function onConnected(element) {
  if (inserted.has(element)) return;
  own++;
  for (const widget of document.querySelectorAll(TAG_NAME)) if (inserted.has(widget)) widget.remove();
}

/**
 * Inserts the widget of a tag again after a morph to the page as served, which has the tag alone.
 *
 * @param {Element} element an element that was disconnected
 */
export function onDisconnected(element) {
  const tag = inserted.get(element);
  if (!tag) return own--;
  queueMicrotask(() => {
    // A page that insists on the removal would hang.
    if (own || hasReinserted || !tag.isConnected || element.isConnected) return;
    hasReinserted = true;
    setTimeout(() => (hasReinserted = false));
    tag.after(element);
  });
}
