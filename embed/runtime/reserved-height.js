// The height that a widget keeps below its first view, so that nothing moves that the reader sees.

/**
 * Takes back the reserved height: at once below the window, then as far as the reader scrolls, and the rest once the
 * view is out of sight.
 *
 * @param {HTMLElement} container
 * @param {AbortSignal} signal
 */
export function releaseHeight(container, signal) {
  /** @type {number | undefined} */
  let start;
  const { style } = container;
  const release = () => {
    const view = container.firstElementChild;
    if (!style.minHeight || !view) return;
    const { top, bottom, height } = view.getBoundingClientRect();
    const { bottom: end, height: kept } = container.getBoundingClientRect();
    start ??= top;
    const next = bottom > 0 ? Math.min(kept, innerHeight - 2 * start + top) : 0;
    style.minHeight = next > height ? `${next}px` : '';
    // The page below stays where it is. Browsers with scroll anchoring do that themselves once the widget is out of sight.
    if (bottom > 0 || (end < 0 && CSS.supports('overflow-anchor', 'none'))) return;
    document.scrollingElement?.scrollBy(0, container.getBoundingClientRect().bottom - end);
  };
  document.addEventListener('scroll', release, { capture: true, passive: true, signal });
  release();
}
