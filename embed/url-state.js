// The view in the URL of a host page: one parameter among those of the page.

import { TAG_NAME } from './tag-name.js';

/** The parameter has the name of the element, without hyphens. */
export const PARAMETER = TAG_NAME.replaceAll('-', '');

/** The view that the URL names; null if it names none. */
export const viewInUrl = () => new URLSearchParams(location.search).get(PARAMETER);

/**
 * A view as the value of the parameter.
 *
 * @param {string} view
 */
export const inParameter = (view) => view.replace(/[^\w/-]+/g, encodeURIComponent);

/** The first element of the document that the URL follows. Frameworks write a false value as text. */
export const firstSynced = () => document.querySelector(`${TAG_NAME}[sync-url]:not([sync-url=false])`);

/**
 * The view that an address names, of a standalone page or of a host page; any other text names itself.
 *
 * @param {string} address
 * @param {string} lang
 */
export const viewInAddress = (address, lang) =>
  new URLSearchParams(address.replace(/^[^?]*|#.*/g, '')).get(PARAMETER) ??
  address.replace(new RegExp(`^([^?]*/)?${lang}/`), '').replace(/#.*|index\.html/g, '');

/**
 * The path of a view, without the query that the search has.
 *
 * @param {string} view
 */
export const pathOf = (view) => view.split('?')[0];
