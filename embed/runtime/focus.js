// Focus in sight: host pages have bars that stay in place over their content.

/**
 * Scrolls on when the focus moves to something in `root` that lies under another part of the page
 * (WCAG 2.2, criterion 2.4.11).
 *
 * @param {HTMLElement | ShadowRoot} root
 */
export function uncoverFocus(root) {
  const uncover = () => {
    const focused = /** @type {Document | ShadowRoot} */ (root.getRootNode()).activeElement;
    if (!focused || !root.contains(focused)) return;
    const { left, top, width, height } = focused.getBoundingClientRect();
    /** @type {Node} */
    let outermost = root;
    for (let tree = outermost.getRootNode(); 'host' in tree; tree = outermost.getRootNode()) {
      outermost = /** @type {ShadowRoot} */ (tree).host;
    }
    const topmost = document.elementFromPoint(left + width / 2, top + height / 2);
    if (topmost && !outermost.contains(topmost) && !topmost.contains(outermost)) {
      focused.scrollIntoView({ block: 'center' });
    }
  };
  // After the browser has scrolled to it.
  root.addEventListener('focusin', () => requestAnimationFrame(uncover));
  uncover();
}
