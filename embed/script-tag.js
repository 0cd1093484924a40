// The widget of a lone script tag.

import { TAG_NAME } from './config.js';

/** Widgets that script tags have inserted. */
const inserted = new WeakSet();

/**
 * Inserts a widget after a script tag, on a page without an element of its own.
 * Each `data-` attribute of the tag becomes an attribute of the element. A tag with
 * `data-only="elements"` is for every page of a site, and inserts nothing.
 *
 * @param {HTMLScriptElement | undefined} tag
 */
export function mountAtScript(tag) {
  const mount = () => {
    const elements = [...document.querySelectorAll(TAG_NAME)];
    if (elements.some((element) => !inserted.has(element))) return;
    if (
      !tag?.closest('body') ||
      tag.dataset.only === 'elements' ||
      inserted.has(/** @type {Element} */ (tag.nextElementSibling))
    )
      return;
    const element = document.createElement(TAG_NAME);
    for (const { name, value } of tag.attributes) {
      if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
    }
    inserted.add(element);
    tag.after(element);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', mount);
  else mount();
}
