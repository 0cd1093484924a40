// Puts the search into its view. The search is loaded when the reader goes there.

import { make } from '../make.js';
import { memoizeAsync } from '../memoize.js';
import { warn } from '../warn.js';
import { loadBytes } from './load-bytes.js';
import { commit } from './url-writer.js';

/** @typedef {ReturnType<ReturnType<typeof import('../search.js').searchOf>>} ShowQuery */

const { search, searches, searchStyle } = RUNTIME_FILES;

/**
 * A function that shows the query of a controller in its container, if that shows the search.
 *
 * @param {string} base
 */
export function searchViews(base) {
  const memoized = memoizeAsync();
  /** @type {WeakMap<Element, ShowQuery>} */
  const shown = new WeakMap();

  /**
   * Adds the stylesheet to the root of a view, once.
   *
   * @param {Element} place
   */
  const loadStyle = async (place) => {
    const root = /** @type {Document | ShadowRoot} */ (place.getRootNode());
    const href = base + searchStyle;
    if (root.querySelector(`link[href="${href}"]`)) return;
    const link = make('link', { rel: 'stylesheet', href });
    const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
    ('head' in root ? root.head : root).append(link);
    await loaded;
  };

  const load = (/** @type {string} */ lang) =>
    memoized(lang, async () => {
      const [{ searchOf }, bytes] = await Promise.all([import(base + search), loadBytes(base, searches[lang])]);
      const publication = JSON.parse(new TextDecoder().decode(bytes));
      return /** @type {ReturnType<typeof import('../search.js').searchOf>} */ (searchOf(publication, base));
    });

  /**
   * @param {import('../controller.js').WidgetController} controller
   * @param {HTMLElement} container
   */
  return async (controller, container) => {
    const { lang, query } = controller;
    const placeOf = () => /** @type {HTMLElement | null} */ (container.querySelector('.kl-find'));
    const place = placeOf();
    if (!place) {
      // The figure stays from view to view.
      for (const name of ['data-lit', 'data-hits'])
        for (const element of container.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
      return;
    }
    const form = place.querySelector('form');
    if (form) return shown.get(form)?.(query);
    const view = /** @type {string} */ (place.dataset.search);
    try {
      const [attach] = await Promise.all([load(lang), loadStyle(place)]);
      // The app may have come in place of the prerendered view, and the reader may have gone on.
      const current = placeOf();
      if (!current || current.querySelector('form')) return;
      const onQuery = (/** @type {string} */ text) => controller.changeQuery(text && `?${text}`);
      const show = attach(current, view, onQuery, commit);
      shown.set(/** @type {Element} */ (current.querySelector('form')), show);
      show(controller.query);
    } catch (cause) {
      warn(`the search could not be loaded: ${cause}`);
      // A prerendered view has all pieces.
      const href = `${base}${lang}/${view}/`;
      if (!place.firstChild) place.append(make('a', { className: 'kl-button', href }, href));
    }
  };
}
