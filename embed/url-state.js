// The view in the URL of a host page: one parameter among those of the page.

export const PARAMETER = 'kennislemniscaat';

/** The view that the URL names; null if it names none. */
export const viewInUrl = () => new URLSearchParams(location.search).get(PARAMETER);

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
