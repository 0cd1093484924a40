// Dialogs of host pages that keep the focus. Their scripts know the elements of the page alone, and take the
// focus away from a widget that is the first or the last in a dialog.

const DIALOG = '[role=dialog], [role=alertdialog], [aria-modal=true]';
const FOCUSABLE = 'a[href], button, input, textarea, summary';

/** Whether the last key moved the focus backward. One listener for all widgets, so that none stays in memory. */
let isBackward = false;
document.addEventListener('keydown', ({ shiftKey }) => (isBackward = shiftKey), true);

/**
 * Lets the scripts of dialogs find the element, and lets no key to another control of the widget reach them.
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
  host.addEventListener('focus', () => {
    // Focus inside the element reaches it as well.
    if (root.activeElement) return;
    controls()
      .at(isBackward ? -1 : 0)
      ?.focus();
  });
  root.addEventListener('keydown', (event) => {
    const { key, shiftKey } = /** @type {KeyboardEvent} */ (event);
    if (key !== 'Tab' || !isInDialog()) return;
    const all = controls();
    const edge = shiftKey ? all[0] : all.at(-1);
    if (root.activeElement !== edge) return event.stopPropagation();
    if (!shiftKey) return;
    // The element itself is no stop on the way back.
    host.removeAttribute('tabindex');
    setTimeout(join);
  });
  join();
}
