// The form of the search: the field and the facets.

import { make } from '../make.js';
import { STEP } from './query.js';

/**
 * Makes the form.
 *
 * @param {import('./pieces.js').Publication} publication
 * @param {string} action the address of the search page
 */
export function makeForm({ labels, facets }, action) {
  const field = make('input', { type: 'search', name: 'q', maxLength: 200, autocomplete: 'off' });
  const options = facets.map(({ name, options: values }) =>
    values.map(([value]) => ({ box: make('input', { type: 'checkbox', name, value }), text: make('span', {}) })),
  );
  const items = options.map((own) => own.map(({ box, text }) => make('li', {}, make('label', {}, box, text))));
  const panels = facets.map(({ label }, facet) => {
    const summary = make('summary', { className: 'kl-button', tabIndex: 0 }, label);
    const legend = make('legend', {}, make('span', { className: 'kl-unseen' }, label));
    const list = make('ul', {}, ...items[facet]);
    return make('details', { className: 'kl-facet' }, summary, make('fieldset', {}, legend, list));
  });
  const toHits = make('a', { href: '#kl-hits' });
  const skip = make('p', { className: 'kl-to-hits' }, toHits);
  const form = make(
    'form',
    { className: 'kl-search-form', action },
    make('label', {}, make('span', {}, labels.search_field), field),
    make('button', { className: 'kl-button' }, labels.search),
    make('div', { className: 'kl-facets' }, ...panels, skip),
  );

  /**
   * The query that the form asks for.
   *
   * @returns {import('./query.js').Query}
   */
  const query = () => ({
    text: field.value,
    chosen: options.map((own) => new Set(own.flatMap(({ box }, option) => (box.checked ? option : [])))),
    limit: STEP,
  });

  /**
   * Shows a query in the form.
   *
   * @param {import('./query.js').Query} query
   */
  function fill({ text, chosen }) {
    field.value = text;
    options.forEach((own, facet) => own.forEach(({ box }, option) => (box.checked = chosen[facet].has(option))));
  }

  /**
   * Shows the number of hits of each value; hides those that lead to none.
   *
   * @param {number[][]} counts
   * @param {string} showResults the words of the link to the results; empty if there are none
   */
  function showCounts(counts, showResults) {
    options.forEach((own, facet) => {
      own.forEach(({ box, text }, option) => {
        text.textContent = `${facets[facet].options[option][1]} (${counts[facet][option]})`;
        items[facet][option].hidden = !counts[facet][option] && !box.checked;
      });
      panels[facet].hidden = items[facet].every(({ hidden }) => hidden);
    });
    toHits.textContent = showResults;
    skip.hidden = !showResults;
  }

  return { form, field, query, fill, showCounts };
}
