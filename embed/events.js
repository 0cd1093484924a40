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
  if (event.composedPath()[0].matches?.('input, textarea')) return;
  const panel = event.composedPath().find((node) => node.localName === 'details' && node.open);
  if (panel) {
    // First out of what is open.
    panel.open = false;
    panel.firstElementChild.focus();
    return;
  }
  const links = root.querySelectorAll('.kl-breadcrumb a');
  if (!links.length) return;
  event.preventDefault();
  links[links.length - 1].click();
}
