// Prerendered views for host pages, each requested once.

import { files, url } from './config.js';
import { memoizeAsync } from './memoize.js';
import { requestDocument } from './request-document.js';

const memoized = memoizeAsync();

/** @param {string} address */
const requestFragment = (address) => memoized(address, () => requestDocument(address));

/**
 * The content of a parsed document: one element.
 *
 * @param {Document} parsed
 */
const contentOf = (parsed) => /** @type {HTMLElement} */ (parsed.body.firstElementChild);

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
  const home = url(`${files.fragments[lang]}/`);
  let found;
  let view = '';
  let address = '';
  while (!found) {
    view = path.join('/');
    address = home + (view && `${view}/`);
    try {
      found = await requestFragment(address);
    } catch (error) {
      if (/** @type {import('./loader-error.js').LoaderError} */ (error).status !== 404 || !view) throw error;
      path.pop();
    }
  }
  const nodes = document.importNode(contentOf(found), true);
  for (const link of nodes.querySelectorAll('a:not([href^="#"])')) {
    const href = /** @type {string} */ (link.getAttribute('href'));
    const filled = href.replace('%7Burl%7D', () => encodeURIComponent(shareUrl(view)));
    link.setAttribute('href', new URL(filled, address).href);
  }
  if (level !== 2) for (const heading of nodes.querySelectorAll('h2, h3, h4, h5, h6')) shiftLevel(heading, level - 2);
  let notice = '';
  if (path.length < segments.length) {
    // The text is part of the overview alone.
    const { nearest } = contentOf(await requestFragment(home)).dataset;
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
