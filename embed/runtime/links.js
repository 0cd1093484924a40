// Links that become widgets: `<a class="kennislemniscaat" href="…">`, for systems that remove everything but links.

import { setAttributes } from '../attributes.js';
import { TAG_NAME } from '../tag-name.js';

const CLASS = 'kennislemniscaat';

/**
 * The language and the view that an address of this site names.
 *
 * @param {string} base the root of the site
 * @param {string} href
 * @returns {[lang: string, view: string] | undefined} undefined for the address of another site
 */
export function viewOfLink(base, href) {
  // Systems change the scheme of addresses, and some add a slash or a fragment.
  const [path, root] = [href, base].map((address) => address.replace(/^https?:|#.*/g, ''));
  if (!path.startsWith(root)) return undefined;
  const [, lang, view, query] = /^([^/?]+)\/?([^?]*?)\/?(\?.+)?$/.exec(path.slice(root.length)) ?? [];
  return lang ? [lang, view + (query ?? '')] : undefined;
}

/**
 * Puts a widget in the place of each link to a view of this site. The link becomes its content, which shows until there
 * is a view, or if none can be shown.
 *
 * @param {string} base the root of the site
 */
export function replaceLinks(base) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(`a.${CLASS}`))) {
    const [lang, view] = viewOfLink(base, link.href) ?? [];
    if (!lang) continue;
    const element = document.createElement(TAG_NAME);
    element.lang = lang;
    element.setAttribute('view', `${view}`);
    setAttributes(element, link);
    // So that no style of the host page for such links applies twice.
    link.classList.remove(CLASS);
    link.replaceWith(element);
    element.append(link);
  }
}
