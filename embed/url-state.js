// The view in the URL of a host page: one parameter among those of the page.

export const PARAMETER = 'kennislemniscaat';

/** The view that the URL names; null if it names none. */
export const viewInUrl = () => new URLSearchParams(location.search).get(PARAMETER);

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
  if (view !== initialView) parameters.push(`${PARAMETER}=${view}`);
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
  if ((viewInUrl() ?? initialView) === view) return;
  try {
    history[method](history.state, '', urlOfView(location.href, view, initialView));
  } catch {
    // Some frames forbid it, and browsers limit the number of entries: the view changes without it.
  }
}
