// The view in the URL of a host page: one parameter among those of the page.

import { TAG_NAME } from './tag-name.js';

/** The parameter has the name of the element, without hyphens. */
export const PARAMETER = TAG_NAME.replaceAll('-', '');

/**
 * A view without the query that the search may have.
 *
 * @param {string | null | undefined} view
 */
export const pathOf = (view) => view?.replace(/\?\w+=.*/s, '');

/** The view that the URL names, without a query; undefined if it names none. */
export const viewInUrl = () => pathOf(new URLSearchParams(location.search).get(PARAMETER));

/** The first element of the document that the URL follows. Frameworks write a false value as text. */
export const firstSynced = () => document.querySelector(`${TAG_NAME}[sync-url]:not([sync-url=false])`);

/**
 * The view that an address names, of a standalone page or of a host page; any other text names itself.
 *
 * @param {string} address
 * @param {string} lang
 */
export function viewInAddress(address, lang) {
  const before = new RegExp(`.*(${PARAMETER}=|(^|/)${lang}/)`);
  return address.replace(before, '').replace(/[?#&].*|index\.html/g, '');
}
