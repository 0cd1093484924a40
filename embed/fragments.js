// Prerendered views for host pages, each requested once.

import { files, url } from './config.js';
import { memoizeAsync } from './memoize.js';
import { requestDocument } from './request.js';

const memoized = memoizeAsync();

/**
 * A fragment, whose links lead to the site from any page.
 *
 * @param {string} address
 */
const requestFragment = (address) =>
  memoized(address, async () => {
    const parsed = await requestDocument(address);
    for (const link of parsed.querySelectorAll('a:not([href^="#"])')) {
      // Links in drawings have no `href` property that is a string.
      link.setAttribute('href', new URL(/** @type {string} */ (link.getAttribute('href')), address).href);
    }
    return parsed;
  });

/**
 * The content of a parsed document: one element.
 *
 * @param {Document} parsed
 */
const contentOf = (parsed) => /** @type {HTMLElement} */ (parsed.body.firstElementChild);

/**
 * The address of the fragment of a view.
 *
 * @param {string} lang
 * @param {string} view
 */
const addressOf = (lang, view) => url(`${files.fragments[lang]}/`) + (view && `${view}/`);

/**
 * Requests a view that the reader is likely to open. A failure shows when it is opened.
 *
 * @param {string} lang
 * @param {string} view
 */
export const prefetchFragment = (lang, view) => requestFragment(addressOf(lang, view)).catch(() => {});

/**
 * A prerendered view: its path, its title and new nodes for this page.
 * An unknown view gives the nearest one above it, and a notice.
 *
 * @param {string} lang
 * @param {string} requestedView
 * @param {number} level the level of the first heading, 1 to 6
 * @param {(view: string) => string} shareUrl the address that share links contain
 */
export async function loadFragment(lang, requestedView, level, shareUrl) {
  // As `route/path.rs` reads it: letter case and empty segments don't count, and the first malformed one ends the path.
  const segments = requestedView.toLowerCase().split('/').filter(Boolean);
  const malformed = segments.findIndex((segment) => !/^[\w-]+$/.test(segment));
  const path = segments.slice(0, malformed < 0 ? undefined : malformed);
  let found;
  let view = '';
  while (!found) {
    view = path.join('/');
    try {
      found = await requestFragment(addressOf(lang, view));
    } catch (error) {
      if (/** @type {import('./loader-error.js').LoaderError} */ (error).status !== 404 || !view) throw error;
      path.pop();
    }
  }
  const nodes = document.importNode(contentOf(found), true);
  for (const link of nodes.querySelectorAll('a[href*="%7Burl%7D"]')) {
    const href = /** @type {string} */ (link.getAttribute('href'));
    link.setAttribute(
      'href',
      href.replace('%7Burl%7D', () => encodeURIComponent(shareUrl(view))),
    );
  }
  if (level !== 2) for (const heading of nodes.querySelectorAll('h2, h3, h4, h5, h6')) shiftLevel(heading, level - 2);
  let notice = '';
  if (path.length < segments.length) {
    // The text is part of the overview alone.
    const { nearest } = contentOf(await requestFragment(addressOf(lang, ''))).dataset;
    notice = /** @type {string} */ (nearest).replace('{path}', requestedView);
  }
  return { view, title: found.title, nodes, notice };
}

/**
 * Replaces a heading by one some levels lower.
 *
 * @param {Element} heading
 * @param {number} offset
 */
function shiftLevel(heading, offset) {
  const level = Math.min(6, Number(heading.localName[1]) + offset);
  const replacement = document.createElement(`h${level}`);
  for (const { name, value } of heading.attributes) replacement.setAttribute(name, value);
  replacement.append(...heading.childNodes);
  heading.replaceWith(replacement);
}
