// A standalone page in a frame of a host page: the view alone, as high as the frame makes it.

import { url } from './config.js';

const root = document.documentElement;
const hasQuery = () => new URLSearchParams(location.search).has('embed');

/** Whether the page was made for a frame: published in the folder for frames, or requested with the query. */
export const isFramed = () => root.classList.contains('page-embed');

/**
 * The address that shows the page at an address of the site in this frame: in the folder for frames, or with the query.
 * The secret of WordPress, a fragment, stays.
 *
 * @param {string} address
 */
export function frameAddress(address) {
  const page = new URL(address);
  if (hasQuery()) page.search = 'embed';
  else if (!address.startsWith(url('kader/'))) page.href = address.replace(url(''), () => url('kader/'));
  page.hash = location.hash.startsWith('#?') ? location.hash : '';
  return page.href;
}

/**
 * Hides all but the view, and reports its height to the framing page whenever it changes or is asked for.
 *
 * @param {HTMLElement} container
 */
export function setUpFrame(container) {
  if (hasQuery()) root.classList.add('page-embed');
  if (!isFramed() || parent === window) return;
  // A height is no secret, but it is meant for the framing page alone. A referrer within the
  // site is the previous page in the frame.
  const referrer = document.referrer && new URL(document.referrer).origin;
  const framing = location.ancestorOrigins?.[0] ?? (referrer !== location.origin && referrer);
  const target = framing && framing !== 'null' ? framing : '*';
  // WordPress gives each of its frames a secret, and ignores messages without it.
  const secret = new URLSearchParams(location.hash.replace(/^#\?/, '')).get('secret');
  const report = () => {
    const height = Math.ceil(container.getBoundingClientRect().height);
    const post = (/** @type {object} */ message) => parent.postMessage(message, target);
    post({ type: 'kennislemniscaat:height', height });
    if (secret) post({ message: 'height', value: height, secret });
  };
  // At once: browsers don't observe sizes in a hidden frame.
  report();
  new ResizeObserver(report).observe(container);
  // A page that listens only now asks for the height, as WordPress does.
  addEventListener('message', ({ source }) => {
    if (source === parent) report();
  });
}
