// Advice in the console for the developers of host pages.

import { TAG_NAME } from '../tag-name.js';
import { warn } from '../warn.js';

/** Content that no link needs: the rest of the page, which is in an element without an end tag. */
const REST_OF_PAGE = ':is(h1, h2, h3, h4, h5, h6, p ~ p, div ~ div, ul, ol, table, form, section, article, footer)';

/**
 * Reports a script tag that finds no place, or one that nobody means.
 *
 * @param {Element} tag
 */
export function checkPlace(tag) {
  const isInBody = tag.closest('body');
  const isBelowFooter = [...document.querySelectorAll('footer, [role=contentinfo]')].some(
    (footer) =>
      !footer.closest('article, aside, main, nav, section') &&
      footer.compareDocumentPosition(tag) & footer.DOCUMENT_POSITION_FOLLOWING,
  );
  if (isInBody && !isBelowFooter) return;
  const effect = isInBody ? 'below the footer shows a widget there' : 'outside the body shows no widget';
  warn(`a script tag ${effect}; in a tag for every page of a site, write data-only="elements"`);
}

/**
 * Shows the rest of the page below the widget, where the end tag of the element is missing.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} container
 */
export function checkContent(root, container) {
  if (!root.host.querySelector(REST_OF_PAGE)) return;
  const slot = document.createElement('slot');
  root.querySelector('slot')?.replaceWith(slot);
  container.after(slot);
  warn(`the end tag </${TAG_NAME}> is missing`);
}

/**
 * Reports elements whose name another script has taken, to the console and to the host page.
 *
 * @returns whether there are any
 */
export function reportElements() {
  const message = `another script has defined <${ELEMENT}>; use the script tag alone, or set element in publication.toml`;
  const detail = { publication: ELEMENT, reason: 'name-taken', message };
  // An element right after a script tag is the widget of that tag.
  const elements = document.querySelectorAll(`${ELEMENT}:not(script[src] + *)`);
  if (elements[0]) warn(message);
  for (const element of elements)
    element.dispatchEvent(new CustomEvent('kennislemniscaat:error', { detail, bubbles: true, composed: true }));
  return !!elements[0];
}
