// A page of ours in a frame of someone else: without what is around the view, and as high
// as the page that frames it makes it.

/** Whether the page is meant to be in a frame. */
export const framed = () => new URLSearchParams(location.search).has('embed');

/** Tells the framing page how high the view is, each time that changes and when it is asked. */
export function reportHeight(container) {
  if (!framed()) return;
  document.documentElement.classList.add('page-embed');
  if (parent === window) return;
  const { referrer } = document;
  // A height is no secret, but it is meant for one page.
  const target = location.ancestorOrigins?.[0] ?? (referrer && new URL(referrer).origin);
  // WordPress gives each of its frames a secret, and listens to messages with it alone.
  const secret = new URLSearchParams(location.hash.replace(/^#\?/, '')).get('secret');
  const tell = () => {
    const height = Math.ceil(container.getBoundingClientRect().height);
    const post = (message) => parent.postMessage(message, target && target !== 'null' ? target : '*');
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
