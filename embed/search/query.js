// A query: the words and the chosen values of facets, to and from an address.

/** The number of results that are shown at first, and that are added. */
export const STEP = 100;

/**
 * @typedef {object} Query
 * @property {string} text the words, as typed
 * @property {Set<number>[]} chosen the indexes of the chosen values of each facet
 * @property {number} limit the most results that are shown
 */

/**
 * Reads the query of an address, as in `q=beleid&fase=vertaling`. Ignores unknown names and values.
 *
 * @param {import('./pieces.js').Facet[]} facets
 * @param {string} address
 * @returns {Query}
 */
export function parseQuery(facets, address) {
  const parameters = new URLSearchParams(address);
  return {
    text: (parameters.get('q') ?? '').slice(0, 200),
    chosen: facets.map(({ name, options }) => {
      const keys = parameters.getAll(name);
      return new Set(options.flatMap(([key], option) => (keys.includes(key) ? option : [])));
    }),
    limit: Math.max(Number(parameters.get('aantal')) || 0, STEP),
  };
}

/**
 * The query as part of an address; empty if nothing is looked for.
 *
 * @param {import('./pieces.js').Facet[]} facets
 * @param {Query} query
 */
export function formatQuery(facets, { text, chosen, limit }) {
  const parameters = new URLSearchParams();
  if (text.trim()) parameters.set('q', text.trim());
  chosen.forEach((options, facet) => {
    for (const option of options) parameters.append(facets[facet].name, facets[facet].options[option][0]);
  });
  if (limit > STEP) parameters.set('aantal', String(limit));
  return String(parameters);
}
