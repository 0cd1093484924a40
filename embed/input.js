// Clicks and keys of the reader.

/**
 * Whether an event is meant for the browser, or was handled already.
 *
 * @param {MouseEvent | KeyboardEvent} event
 */
export const isForeign = (event) =>
  event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

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
 * @param {(event: Event) => void} act
 * @param {AbortSignal} [signal]
 */
export function onIntent(root, act, signal) {
  for (const intent of ['pointerover', 'focusin', 'toggle']) {
    // The event `toggle` doesn't bubble.
    root.addEventListener(intent, act, { capture: true, passive: true, signal });
  }
}
