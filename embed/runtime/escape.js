// The one key of the widget.

import { isForeign } from '../input.js';

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
  // Slotted content belongs to the host page.
  if (path[0].matches?.('input, textarea') || path.some(({ localName }) => localName === 'slot')) return;
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
