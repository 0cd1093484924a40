// What the reader's clicks and keys mean.

/** A click or key that is meant for the browser, or was handled already. */
const foreign = (event) =>
  event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** The link to a view that a click means to follow here, if any. */
export function viewLink(event) {
  if (foreign(event) || event.button !== 0) return null;
  const link = event.composedPath().find((node) => node.localName === 'a');
  return link?.hasAttribute('data-view') ? link : null;
}

/** Esc leads one level up: to the last link of the breadcrumb. Nobody loses what they are typing. */
export function onEscape(root, event) {
  if (event.key !== 'Escape' || event.isComposing || foreign(event)) return;
  const path = event.composedPath();
  if (path[0].matches?.('input, textarea')) return;
  const panel = path.find((node) => node.localName === 'details' && node.open && root.contains(node));
  const up = [...root.querySelectorAll('.kl-breadcrumb a')].pop();
  // First out of what is open; what the page has opened around us is its own to close.
  if (!panel && (!up || path.some((node) => node.matches?.(':is(dialog[open], [role=dialog], [aria-modal=true], :popover-open)')))) return;
  event.preventDefault();
  if (!panel) return up.click();
  panel.open = false;
  panel.firstElementChild.focus();
}
