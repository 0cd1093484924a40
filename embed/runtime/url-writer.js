// Writes the view to the URL of a host page; the view of the URL is in `url-state.js`.

import { PARAMETER, viewInUrl } from '../url-state.js';

/**
 * A URL that names a view, with all else unchanged; `initialView` needs no parameter.
 *
 * @param {string} href
 * @param {string} view
 * @param {string | null} initialView
 */
export function urlOfView(href, view, initialView) {
  const url = new URL(href);
  // Not `searchParams`, which would write the other parameters in another form.
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter && parameter.split('=')[0] !== PARAMETER);
  if (view !== initialView) parameters.push(`${PARAMETER}=${view.replace(/[^\w/-]+/g, encodeURIComponent)}`);
  url.search = parameters.join('&');
  return url.href;
}

/**
 * Writes a view to the URL, unless the URL names it already.
 *
 * @param {string} view
 * @param {string | null} initialView
 * @param {'pushState' | 'replaceState'} method
 */
export function writeViewToUrl(view, initialView, method) {
  if ((viewInUrl() ?? initialView) !== view) writeUrl(urlOfView(location.href, view, initialView), method);
}

/**
 * Writes an address to the URL, unless it is there.
 *
 * @param {string} address
 * @param {'pushState' | 'replaceState'} method
 */
export function writeUrl(address, method) {
  const { href } = new URL(address, location.href);
  try {
    if (href !== location.href) history[method](stateAt(href), '', href);
  } catch {
    // Some frames forbid it, and browsers limit the number of entries: the view changes without it.
  }
}

/**
 * The state of the current history entry for another address.
 * Vue Router keeps the address in the property `current`, and returns to that.
 *
 * @param {string} href
 */
function stateAt(href) {
  const { state } = history;
  const { pathname, search, hash } = location;
  const end = search + hash;
  if (typeof state?.current !== 'string' || !(pathname + end).endsWith(state.current)) return state;
  const url = new URL(href);
  return { ...state, current: state.current.slice(0, state.current.length - end.length) + url.search + url.hash };
}
