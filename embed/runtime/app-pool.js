// Mounted widgets. They are never destroyed, because Yew keeps the listeners of every root:
// one that is no longer needed waits in a pool for the next element.

/**
 * The user of a mounted widget.
 *
 * @typedef {object} Holder
 * @property {string} publicUrl
 * @property {number} level
 * @property {string} requestedView
 * @property {number} mountId
 * @property {(mountId: number, view: string, title: string) => void} onRendered
 */

/**
 * A mounted widget that is lent to one holder.
 *
 * @typedef {object} Lease
 * @property {import('./wasm.js').WidgetFactory} factory
 * @property {HTMLElement} wrapper
 * @property {import('./wasm.js').MountedWidget} app
 * @property {Holder | null} holder
 */

/** The pools of a page. */
export function appPool() {
  /** @type {Map<import('./wasm.js').WidgetFactory, Lease[]>} */
  const pools = new Map();
  let mounts = 0;

  /**
   * A widget for `holder`, from the pool or mounted anew, detached from the page.
   *
   * @param {import('./wasm.js').WidgetFactory} factory
   * @param {Holder} holder
   */
  function takeApp(factory, holder) {
    holder.mountId = ++mounts;
    const { publicUrl, level, requestedView, mountId } = holder;
    const used = pools.get(factory)?.pop();
    if (used) {
      used.holder = holder;
      used.app.update(publicUrl, level, requestedView, mountId);
      return used;
    }
    const wrapper = document.createElement('div');
    // Before mounting: the first rendering may be reported at once.
    const lease = /** @type {Lease} */ (/** @type {unknown} */ ({ factory, wrapper, holder }));
    lease.app = factory.mount(wrapper, publicUrl, level, requestedView, mountId, (...rendered) =>
      lease.holder?.onRendered(...rendered),
    );
    // Yew's mark: a host page that runs Yew as well would take the wrapper for a root of its own, and
    // its listeners around the element would miss events. The wrapper has no listeners.
    delete (/** @type {any} */ (wrapper).__yew_subtree_id);
    return lease;
  }

  /**
   * Puts a widget back.
   *
   * @param {Lease} lease
   */
  function giveBack(lease) {
    lease.holder = null;
    lease.wrapper.remove();
    pools.set(lease.factory, [...(pools.get(lease.factory) ?? []), lease]);
  }

  return { takeApp, giveBack };
}
