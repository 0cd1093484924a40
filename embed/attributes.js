// The attributes of the element, which a script tag or a link may have with `data-` before them. Other tools have their
// own.

export const ATTRIBUTES = ['lang', 'view', 'heading-level', 'theme', 'loading', 'share-base', 'sync-url'];

/**
 * Sets the attributes that a tag has with `data-` before them.
 *
 * @param {Element} element
 * @param {Element} tag
 */
export function setAttributes(element, tag) {
  for (const name of ATTRIBUTES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
}
