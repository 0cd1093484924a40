// The search: loaded when the reader goes there. It needs no WebAssembly.

import { isForeign, viewLink } from './input.js';
import { make } from './make.js';
import { makeForm } from './search/form.js';
import { partsOf } from './search/parts.js';
import { indexOf } from './search/pieces.js';
import { formatQuery, parseQuery, STEP } from './search/query.js';
import { search } from './search/results.js';
import { nearestWord } from './search/words.js';

/** The pause, in ms, after which a changed query is in the address, and the further one after which the count is announced. */
const [SETTLED_MS, PAUSED_MS] = [200, 800];

/** The number of results that a keystroke waits for; they fill a window. The others follow when the browser has drawn these. */
const FIRST = 5;

/** @typedef {ReturnType<typeof searchOf>} Attach */

/**
 * A function that puts the search into an element, which may hold all pieces already. It returns functions that show
 * another query, and that light the figure which came in place of another one.
 *
 * @param {import('./search/pieces.js').Publication} publication
 * @param {string} base the root of the site
 */
export function searchOf(publication, base) {
  const { lang, labels, facets } = publication;
  const index = indexOf(publication);

  /**
   * @param {HTMLElement} place
   * @param {string} view the name of the search view
   * @param {(query: string, method: 'pushState' | 'replaceState') => void} onQuery called when the reader has changed the
   *   query; a query that follows Enter has an entry of its own in the history
   */
  return (place, view, onQuery) => {
    const { chosen, count, everything, fill, hitsByPhase, linkToQuery, result, waysOn } = partsOf(
      publication,
      base,
      view,
    );
    const level = Number(place.closest('.kl')?.querySelector('[data-title]')?.localName[1]) + 1;
    const heading = /** @type {'h2'} */ (`h${Math.min(level, 6)}`);
    const {
      form,
      field,
      query: formQuery,
      fill: fillForm,
      showCounts,
    } = makeForm(publication, `${base}${lang}/${view}/`);
    const all = make('div', {}, ...(place.firstChild ? place.childNodes : everything(heading)));
    const status = make('p', { className: 'kl-unseen' });
    status.setAttribute('role', 'status');
    const output = make('div', {});
    place.append(form, status, output, all);
    let timer = 0;
    /** @type {'pushState' | 'replaceState'} */
    let method = 'replaceState';
    /** @type {string | undefined} */
    let shown; // the query as part of an address
    let light = () => {}; // lights the phases with hits in the figure

    /**
     * @param {import('./search/query.js').Query} query
     * @param {number} atOnce the number of results to show at once
     */
    function show(query, atOnce) {
      const results = search(publication, index, query);
      const { hits, terms, counts } = results;
      shown = formatQuery(facets, query);
      const isActive = !!shown;
      const { counts: phases, list } = hitsByPhase(results);
      showCounts(counts, isActive && hits.length ? fill('show_results', hits.length) : '');
      all.hidden = isActive;
      output.hidden = !isActive;
      const corrected = terms.filter(({ isCorrected }) => isCorrected).flatMap(({ sought }) => sought);
      const words = [...new Set(corrected.map(({ word }) => word))].join(', ');
      const items = make('ol', { className: 'kl-hits', id: 'kl-hits', tabIndex: -1 });
      const add = (/** @type {number[]} */ some) => items.append(...some.map((hit) => result(hit, results)));
      const listed = isActive ? hits.slice(0, query.limit) : [];
      add(listed.slice(0, atOnce));
      setTimeout(() => items.isConnected && add(listed.slice(atOnce)));
      const more = { ...query, limit: query.limit + STEP };
      output.replaceChildren(
        chosen(query),
        make(heading, { className: 'kl-heading', tabIndex: -1 }, count(results, query)),
        ...(words && hits.length ? [make('p', {}, fill('searched_for', words))] : []),
        ...(hits.length ? [list, items] : waysOn(query, nearestWord(index, query.text))),
        ...(hits.length > query.limit ? [make('p', {}, linkToQuery(more, labels.more))] : []),
      );
      light = () => {
        // Attributes of its own, because the app manages the classes.
        const figure = form.closest('.kl')?.querySelector('.kl-figure');
        figure?.toggleAttribute('data-lit', isActive);
        figure
          ?.querySelectorAll('.kl-phase')
          .forEach((phase, nth) => phase.toggleAttribute('data-hits', isActive && !!phases[nth]));
      };
      light();
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!form.isConnected) return;
        onQuery(formatQuery(facets, query), method);
        method = 'replaceState';
        timer = setTimeout(() => (status.textContent = isActive ? count(results, query) : ''), PAUSED_MS);
      }, SETTLED_MS);
    }

    form.addEventListener('input', () => show(formQuery(), FIRST));
    form.addEventListener('submit', (event) => {
      // No host page has to allow anything.
      event.preventDefault();
      method = 'pushState';
    });
    output.addEventListener('click', (event) => {
      const link = viewLink(event);
      const [name, address] = /** @type {string} */ (link?.dataset.view ?? '').split('?');
      if (!link || name !== view) return;
      event.preventDefault();
      method = 'pushState';
      showAddress(address);
      /** @type {HTMLElement | null} */ (output.querySelector('[tabindex]'))?.focus();
    });
    field.addEventListener('keydown', (event) => {
      if (event.isComposing || isForeign(event)) return;
      if (event.key === 'ArrowDown') {
        const list = output.hidden ? all : output;
        /** @type {HTMLElement | null} */ (list.querySelector('.kl-hits a, .kl-all a'))?.focus();
      } else if (event.key === 'Escape' && field.value) {
        field.value = '';
        show(formQuery(), FIRST);
      } else {
        // An empty field leaves Esc to the page.
        return;
      }
      event.preventDefault();
    });

    /** @param {string} [address] */
    function showAddress(address = '') {
      const query = parseQuery(facets, address);
      // The text stays as typed.
      if (shown === formatQuery(facets, query)) return;
      fillForm(query);
      // The browser knows where a page of this height was scrolled to.
      show(query, query.limit);
    }
    return { showAddress, light: () => light() };
  };
}
