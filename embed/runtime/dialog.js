// Dialogs of host pages that keep the focus. Their scripts know the elements of the page alone, and take the
// focus away from a widget that is the first or the last in a dialog.

const DIALOG = '[role=dialog], [role=alertdialog], [aria-modal=true]';
const FOCUSABLE = 'a[href], button, input, textarea, summary';

/** Whether the last key moved the focus backward. One listener for all widgets, so that none stays in memory. */
let isBackward = false;
document.addEventListener('keydown', ({ shiftKey }) => (isBackward = shiftKey), true);

/**
 * Lets the scripts of dialogs find the element. They get no key that moves the focus within the widget, and the others
 * from the element.
 *
 * @param {ShadowRoot} root
 */
export function joinDialog(root) {
  const { host } = /** @type {{ host: HTMLElement }} */ (/** @type {unknown} */ (root));
  const isInDialog = () => !!host.closest(DIALOG);
  const controls = () =>
    /** @type {HTMLElement[]} */ ([...root.querySelectorAll(FOCUSABLE)]).filter(
      (control) => control.getClientRects().length && !control.closest('details:not([open]) > :not(summary)'),
    );
  const join = () => {
    if (isInDialog()) host.tabIndex = 0;
  };
  const enter = () => {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (host.getRootNode());
    // Focus inside the element is focus of the element as well.
    if (root.activeElement || activeElement !== host) return;
    controls()
      .at(isBackward ? -1 : 0)
      ?.focus();
  };
  host.addEventListener('focus', enter);
  root.addEventListener('keydown', (event) => {
    // WebKitGTK has no `key` for Shift+Tab.
    const { keyCode, shiftKey } = /** @type {KeyboardEvent} */ (event);
    if (keyCode !== 9 || !isInDialog()) return;
    event.stopPropagation();
    const all = controls();
    if (root.activeElement !== (shiftKey ? all[0] : all.at(-1))) return;
    // Scripts compare the target of a key with the elements that they know.
    if (!host.dispatchEvent(new KeyboardEvent('keydown', event))) {
      event.preventDefault();
      // Focus that moves from the inside of the element to the element itself is no event there.
      enter();
    } else if (shiftKey) {
      // The element itself is no stop on the way back.
      host.removeAttribute('tabindex');
      root.addEventListener('focusout', join, { once: true });
    }
  });
  join();
}
