// Puts the search into its view, wherever that comes to stand in a container. The search is loaded when the reader goes
// there. Its query stands behind the view in the attribute of an element, and in the address.

import { adopt } from '../adopt.js';
import { make } from '../make.js';
import { memoizeAsync } from '../memoize.js';
import { TAG_NAME } from '../tag-name.js';
import { firstSynced, PARAMETER } from '../url-state.js';
import { warn } from '../warn.js';
import { loadBytes } from './load-bytes.js';
import { urlOfView, writeUrl } from './url-writer.js';

/** @typedef {import('../search.js').Attach} Attach */

const { search, searches, searchStyle } = RUNTIME_FILES;

/** @param {string | null} view */
const queryOf = (view) => view?.split(/\?(.*)/s)[1] ?? '';

/**
 * The query that the page and the address have for the search in `root`.
 *
 * @param {HTMLElement | ShadowRoot} root
 */
function requestedQuery(root) {
  if (!('host' in root)) return location.search.slice(1);
  const { host } = root;
  const inUrl = new URLSearchParams(location.search).get(PARAMETER);
  // The URL addresses the element that it follows, or else the first of the document.
  const isAddressed = (firstSynced() ?? document.querySelector(TAG_NAME) ?? host) === host;
  return (isAddressed && queryOf(inUrl)) || queryOf(host.getAttribute('view'));
}

/** The query of the search in each root that shows one. @type {WeakMap<HTMLElement | ShadowRoot, string>} */
const queries = new WeakMap();

/**
 * A view, or its address, with the query that the reader sees.
 *
 * @template {import('./share.js').SharedView} View
 * @param {HTMLElement | ShadowRoot} root
 * @param {View} shown
 */
export function withQuery(root, shown) {
  const query = root.querySelector('.kl-find') && queries.get(root);
  if (!query) return shown;
  const { view, address } = shown;
  // The address of a page ends with the path, that of a host page with a parameter.
  const suffix = `?${query}`;
  return {
    ...shown,
    view: view + suffix,
    address: address + (address.endsWith('/') ? suffix : encodeURIComponent(suffix)),
  };
}

/**
 * Follows the query of the reader: in the address, and with an event.
 *
 * @param {HTMLElement | ShadowRoot} root
 * @param {string} query
 * @param {'pushState' | 'replaceState'} method
 * @param {import('./share.js').SharedView} shown
 */
function followQuery(root, query, method, shown) {
  if (queries.get(root) === query) return;
  queries.set(root, query);
  if (!('host' in root)) {
    const isFramed = new URLSearchParams(location.search).has('embed');
    const parameters = [isFramed && 'embed', query].filter(Boolean).join('&');
    return writeUrl(location.pathname + (parameters && `?${parameters}`) + location.hash, method);
  }
  const { host } = root;
  const { view, title } = withQuery(root, shown);
  if (firstSynced() === host) writeUrl(urlOfView(location.href, view, null), method);
  const detail = { publication: TAG_NAME, view, title };
  host.dispatchEvent(new CustomEvent('kennislemniscaat:navigate', { bubbles: true, composed: true, detail }));
}

/**
 * A function that lets views of a root have the search.
 *
 * @param {string} base
 */
export function searchViews(base) {
  const memoized = memoizeAsync();

  const text = async (/** @type {HashedFile} */ file) => new TextDecoder().decode(await loadBytes(base, file));
  const loadStyle = () => memoized('', () => text(searchStyle));

  const load = (/** @type {string} */ lang) =>
    memoized(lang, async () => {
      const [{ searchOf }, publication] = await Promise.all([import(base + search), text(searches[lang])]);
      return /** @type {Attach} */ (searchOf(JSON.parse(publication), base));
    });

  /**
   * @param {HTMLElement | ShadowRoot} root
   * @param {() => { currentView(): import('./share.js').SharedView } | null} controllerOf
   */
  return (root, controllerOf) => {
    /** @type {Element | null} */
    let place = null;
    let session = new AbortController();
    let light = () => {};
    const placeOf = () => /** @type {HTMLElement | null} */ (root.querySelector('.kl-find'));
    const shown = () => /** @type {import('./share.js').SharedView} */ (controllerOf()?.currentView());

    const follow = async () => {
      const current = placeOf();
      if (current === place) return;
      place = current;
      // The app that came in place of a prerendered view has its search.
      if (current?.querySelector('form')) return light();
      session.abort();
      queries.delete(root);
      if (!current) {
        // The figure stays from view to view.
        for (const name of ['data-lit', 'data-hits'])
          for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
        return;
      }
      const { signal } = (session = new AbortController());
      const { lang } = shown();
      const view = /** @type {string} */ (current.dataset.search);
      try {
        const [attach, style] = await Promise.all([load(lang), loadStyle()]);
        // The reader may have gone on, or the app has come in place of the prerendered view, and has its own session.
        if (signal.aborted) return;
        adopt(/** @type {Document | ShadowRoot} */ (root.getRootNode()), style);
        queries.set(root, requestedQuery(root));
        const attached = attach(current, view, (query, method) => followQuery(root, query, method, shown()));
        ({ light } = attached);
        const showRequested = () => attached.showAddress(requestedQuery(root));
        showRequested();
        addEventListener('popstate', showRequested, { signal });
        if (!('host' in root)) return;
        const observer = new MutationObserver(showRequested);
        observer.observe(root.host, { attributeFilter: ['view'] });
        signal.addEventListener('abort', () => observer.disconnect());
      } catch (cause) {
        warn(`the search could not be loaded: ${cause}`);
        // A prerendered view has all pieces.
        const href = `${base}${lang}/${view}/`;
        if (!current.firstChild) current.append(make('a', { className: 'kl-button', href }, href));
      }
    };
    new MutationObserver(follow).observe(root, { childList: true, subtree: true });
    follow();
  };
}
