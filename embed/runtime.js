// The runtime makes widgets interactive: a script of its own, loaded when a widget is near the viewport.

import { checkContent, checkPlace, reportElements } from './runtime/advice.js';
import { appPool } from './runtime/app-pool.js';
import { joinDialog } from './runtime/dialog.js';
import { onEscape } from './runtime/escape.js';
import { uncoverFocus } from './runtime/focus.js';
import { replaceLinks } from './runtime/links.js';
import { releaseHeight } from './runtime/reserved-height.js';
import { searchViews } from './runtime/searches.js';
import { enableSharing } from './runtime/share.js';
import { swap, whenIdle } from './runtime/swap.js';
import { writeViewToUrl } from './runtime/url-writer.js';
import { widgetFactories } from './runtime/wasm.js';
import { isTaken } from './tag-name.js';

/**
 * The runtime of the site at `base`.
 *
 * @param {string} base
 */
export const connect = (base) => ({
  loadFactory: widgetFactories(base),
  ...appPool(),
  checkElements: () => {
    replaceLinks(base);
    return isTaken && reportElements();
  },
  checkPlace,
  ...enhancements(base),
  swap,
  whenIdle,
  writeViewToUrl,
});

/** @typedef {() => { currentView(): import('./runtime/share.js').SharedView } | null} ControllerOf */
/** @typedef {Parameters<typeof enableSharing>[3]} OnShare */

/**
 * Functions that add what a prerendered view needs a script for.
 *
 * @param {string} base
 */
function enhancements(base) {
  const enableSearch = searchViews(base);
  /** @type {WeakSet<ShadowRoot>} */
  const enhanced = new WeakSet();

  /**
   * Adds the share controls, the key Esc, and focus that is in sight.
   *
   * @param {HTMLElement | ShadowRoot} root
   * @param {ControllerOf} controller
   * @param {OnShare} [onShare]
   */
  function enhance(root, controller, onShare) {
    enableSearch(root, controller);
    enableSharing(base, root, controller, onShare);
    uncoverFocus(root);
    // On a standalone page the key is meant for the widget wherever the focus is.
    const keys = 'host' in root ? root : document;
    keys.addEventListener('keydown', (event) => onEscape(root, /** @type {KeyboardEvent} */ (event)));
  }

  /**
   * Adds what an element on a host page needs as well.
   *
   * @param {ShadowRoot} root
   * @param {HTMLElement} container
   * @param {Element | undefined} tag the script tag that inserted the element
   * @param {AbortSignal} signal ends when the element is removed
   * @param {ControllerOf} controller
   * @param {OnShare} onShare
   */
  function enhanceElement(root, container, tag, signal, controller, onShare) {
    if (tag) checkPlace(tag);
    checkContent(root, container);
    releaseHeight(container, signal);
    // Once in the life of an element, which may be removed and inserted again.
    if (enhanced.has(root)) return;
    enhanced.add(root);
    enhance(root, controller, onShare);
    joinDialog(root);
  }

  return { enhance, enhanceElement };
}
