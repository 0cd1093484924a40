// Live apps. They are never destroyed, because Yew keeps their listeners for good: an app
// that is no longer needed waits in a pool for the next who asks.

/** The apps of a site, by its publications. */
export function apps(publication) {
  const pools = new Map();
  let instances = 0;

  /** A live app for `owner`, from the pool or mounted anew, detached from the page. */
  async function takeApp(lang, owner) {
    const library = await publication(lang);
    if (!owner.wanted()) return null;
    const pool = pools.get(lang) ?? [];
    pools.set(lang, pool);
    const used = pool.pop();
    const entry = used ?? { lang, wrapper: document.createElement('div') };
    entry.owner = owner;
    owner.instance = ++instances;
    const { publicUrl, level, asked, instance } = owner;
    if (used) {
      entry.app.update(publicUrl, level, asked, instance);
    } else {
      const shown = (...args) => entry.owner?.shown(...args);
      entry.app = library.mount(entry.wrapper, publicUrl, level, asked, instance, shown);
      // Yew's mark: a page that is drawn with Yew as well would take what happens in here for an
      // app's of its own, and its listeners around us would hear nothing. Ours listens to nothing.
      delete entry.wrapper.__yew_subtree_id;
    }
    return entry;
  }

  /** Puts an app back. */
  function giveBack(entry) {
    entry.owner = null;
    entry.wrapper.remove();
    pools.get(entry.lang).push(entry);
  }

  return { takeApp, giveBack };
}
