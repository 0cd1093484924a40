// A page of ours in a frame of someone else: without what is around the view, and as high
// as the page that frames it makes it.

/** Whether the page is meant to be in a frame. */
export const framed = () => new URLSearchParams(location.search).has('embed');

/** Keeps to the frame, and tells the framing page how high the view is, each time that changes and when it is asked. */
export function settleInFrame(container) {
  if (!framed()) return;
  document.documentElement.classList.add('page-embed');
  if (parent === window) return;
  // Until it is live, its links lead to pages: in the frame as well.
  for (const link of container.querySelectorAll('a[data-view]')) {
    link.setAttribute('href', link.getAttribute('href') + location.search + location.hash);
  }
  // A height is no secret, but it is meant for one page. A referrer of our own is where the
  // reader was in the frame before.
  const from = document.referrer && new URL(document.referrer).origin;
  const framing = location.ancestorOrigins?.[0] ?? (from !== location.origin && from);
  const target = framing && framing !== 'null' ? framing : '*';
  // WordPress gives each of its frames a secret, and listens to messages with it alone.
  const secret = new URLSearchParams(location.hash.replace(/^#\?/, '')).get('secret');
  const tell = () => {
    const height = Math.ceil(container.getBoundingClientRect().height);
    const post = (message) => parent.postMessage(message, target);
    post({ type: 'kennislemniscaat:height', height });
    if (secret) post({ message: 'height', value: height, secret });
  };
  // At once: browsers don't look at the sizes in a frame that is hidden until it has told them.
  tell();
  new ResizeObserver(tell).observe(container);
  // Whoever listens only now asks for what was told before, as WordPress does.
  addEventListener('message', ({ source }) => {
    if (source === parent) tell();
  });
}
