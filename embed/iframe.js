// A standalone page in a frame of a host page: the view alone, as high as the frame makes it.

/** Whether the page was made for a frame. */
export const isFramed = () => new URLSearchParams(location.search).has('embed');

/**
 * Hides all but the view, and reports its height to the framing page whenever it changes or is asked for.
 *
 * @param {HTMLElement} container
 */
export function setUpFrame(container) {
  if (!isFramed()) return;
  document.documentElement.classList.add('page-embed');
  if (parent === window) return;
  // Links of a prerendered page lead to other pages, which are in the frame as well.
  for (const link of container.querySelectorAll('a[data-view]')) {
    link.setAttribute('href', `${link.getAttribute('href')}?embed${location.hash}`);
  }
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
