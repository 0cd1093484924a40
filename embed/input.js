// Clicks and keys of the reader.

/**
 * Whether an event is meant for the browser, or was handled already.
 *
 * @param {MouseEvent | KeyboardEvent} event
 */
const isForeign = (event) => event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/**
 * The link to a view that a click follows, if any.
 *
 * @param {MouseEvent} event
 * @returns {HTMLElement | null}
 */
export function viewLink(event) {
  if (isForeign(event) || event.button !== 0) return null;
  const link = /** @type {HTMLElement[]} */ (event.composedPath()).find((node) => node.localName === 'a');
  return link?.hasAttribute('data-view') ? link : null;
}

/**
 * Calls `act` whenever the reader turns to something in `root`: by pointer, by focus, by opening a panel.
 *
 * @param {HTMLElement | ShadowRoot} root
 * @param {() => void} act
 * @param {AbortSignal} [signal]
 */
export function onIntent(root, act, signal) {
  for (const intent of ['pointerover', 'focusin', 'toggle']) {
    // The event `toggle` doesn't bubble.
    root.addEventListener(intent, act, { capture: true, passive: true, signal });
  }
}

/**
 * Closes the open panel on Esc, or else follows the last link of the breadcrumb, to the parent.
 * A text that is being typed stays, and a dialog of the host page that is open closes instead.
 *
 * @param {HTMLElement | ShadowRoot} root
 * @param {KeyboardEvent} event
 */
export function onEscape(root, event) {
  if (event.key !== 'Escape' || event.isComposing || isForeign(event)) return;
  const path = /** @type {HTMLElement[]} */ (event.composedPath());
  if (path[0].matches?.('input, textarea')) return;
  const panel = path.find((node) => node.matches?.('details[open]') && root.contains(node));
  const parent = [...root.querySelectorAll('.kl-breadcrumb a')].pop();
  const inHostDialog = () =>
    path.some((node) => node.matches?.(':is(dialog[open], [role=dialog], [aria-modal=true], :popover-open)'));
  if (!panel && (!parent || inHostDialog())) return;
  event.preventDefault();
  if (!panel) return /** @type {HTMLElement} */ (parent).click();
  panel.removeAttribute('open');
  /** @type {HTMLElement} */ (panel.firstElementChild).focus();
}
