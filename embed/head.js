// The head of a standalone page describes the view that is shown, as the head of the view's own page does, and the last
// line of its footer tells how to cite it.

import { requestDocument } from './request.js';

/** The elements that describe a view, of `publisher/src/pages/head.rs`. The title follows the view at once. */
const DESCRIPTION =
  'meta[name=description], meta[property], meta[name^=twitter], meta[name^=citation], link[rel=alternate], link[rel=canonical], script[type="application/ld+json"]';

// A query of the search doesn't change the page.
const pageAddress = () => location.href.split(/[?#]/)[0];

/** The address of the page that the head describes, or will describe after a request. */
let describedPage = pageAddress();

/** @param {Document} page */
const citationOf = (page) => page.querySelector('.page-cite');

/**
 * Puts elements in place of those that describe a page.
 *
 * @param {Iterable<Element>} elements
 * @param {string} [citation] the text of the line in the footer
 */
function replaceDescription(elements, citation = '') {
  for (const element of document.head.querySelectorAll(DESCRIPTION)) element.remove();
  document.head.append(...elements);
  citationOf(document)?.replaceChildren(citation);
}

/**
 * Describes the page at the current address. Ignores responses to stale requests.
 * Until the response, and without one, the head describes no page rather than another one.
 */
export async function describePage() {
  const address = pageAddress();
  // Nobody reads the head of a frame.
  if (address === describedPage || top !== window) return;
  describedPage = address;
  replaceDescription([]);
  try {
    const page = await requestDocument(address);
    // Moved, not copied: Trusted Types take the content of a copied script for a string, also where it is data.
    if (address === describedPage) {
      replaceDescription(page.head.querySelectorAll(DESCRIPTION), citationOf(page)?.textContent ?? '');
    }
  } catch {
    // The view needs no description.
  }
}
