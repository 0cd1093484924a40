// The pieces that match a query, best first.

import { tokens } from './letters.js';
import { bestMatch, sought, termsOf } from './words.js';

/** The longest excerpt, and the most text of it before its first match, in characters. */
const [LONGEST, BEFORE] = [180, 60];

/**
 * @typedef {object} Results
 * @property {import('./words.js').Term[]} terms
 * @property {number[]} hits the indexes of pieces, best first, those that match equally well in reading order
 * @property {number[][]} counts of each value of each facet the hits that have it, if no other value of it were chosen
 */

/**
 * The pieces that match a query.
 *
 * @param {import('./pieces.js').Publication} publication
 * @param {import('./pieces.js').Index} index
 * @param {import('./query.js').Query} query
 * @returns {Results}
 */
export function search({ facets, pieces }, index, { text, chosen }) {
  const terms = termsOf(index, text);
  const { scores, weights, least } = scoresOf(index, terms);
  const active = facets.flatMap((_, facet) => (chosen[facet].size ? facet : []));
  const counts = facets.map(({ options }) => options.map(() => 0));
  /** The pieces of each score: putting thousands of pieces there is quicker than sorting them. @type {number[][]} */
  const ranks = [];
  for (let piece = 0; piece < pieces.length; piece++) {
    if (weights[piece] < least) continue;
    const { values } = pieces[piece];
    // The facet that excludes the piece; NaN if several do.
    let failed = -1;
    for (const facet of active)
      if (!values[facet].some((value) => chosen[facet].has(value))) failed = failed < 0 ? facet : NaN;
    if (failed < 0) (ranks[scores[piece]] ??= []).push(piece);
    for (let facet = 0; facet < values.length; facet++)
      if (failed < 0 || failed === facet) for (const value of values[facet]) counts[facet][value]++;
  }
  const hits = ranks.reverse().flat();
  return { terms, hits, counts };
}

/**
 * The score of each piece, the weight of the terms that it has, and the least weight of a hit.
 *
 * @param {import('./pieces.js').Index} index
 * @param {import('./words.js').Term[]} terms
 */
function scoresOf({ count }, terms) {
  const scores = new Uint32Array(count);
  const weights = new Uint32Array(count);
  for (const { worths, weight } of terms) {
    for (let piece = 0; piece < count; piece++) {
      if (!worths[piece]) continue;
      scores[piece] += weight * worths[piece];
      weights[piece] += weight;
    }
  }
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  // Questions have words that the answer lacks.
  return { scores, weights, least: whole * (terms.length < 3 ? 0.51 : 0.34) };
}

/**
 * A text in parts, of which every second one matches.
 *
 * @param {string} text
 * @param {Results} results
 * @param {string} lang
 */
export function markedParts(text, { terms }, lang) {
  const parts = [];
  let end = 0;
  if (terms.length) {
    for (const { word, places } of tokens(text)) {
      const one = sought(word, lang);
      const longest = terms
        .map((term) => bestMatch(term.sought, one))
        .reduce((a, b) => ((b?.[2] ?? 0) > (a?.[2] ?? 0) ? b : a));
      if (!longest || places[longest[1]] < end) continue;
      const [, first, count] = longest;
      parts.push(text.slice(end, places[first]), text.slice(places[first], (end = places[first + count])));
    }
  }
  return [...parts, text.slice(end)];
}

/**
 * The part of the texts with the most matches, or of the first one, in whole words; empty if none matches and `anyhow`
 * is false.
 *
 * @param {string[]} texts
 * @param {Results} results
 * @param {string} lang
 * @param {boolean} anyhow
 */
export function excerpt(texts, results, lang, anyhow) {
  let best = (anyhow && texts[0]) || '';
  let most = 1;
  for (const text of texts) {
    const { length } = markedParts(text, results, lang);
    if (length > most) [best, most] = [text, length];
  }
  const first = markedParts(best, results, lang)[0].length % best.length || 0;
  const start = first <= BEFORE ? 0 : best.indexOf(' ', first - BEFORE) + 1;
  if (best.length <= start + LONGEST) return (start ? '…' : '') + best.slice(start);
  return `${(start ? '…' : '') + best.slice(start, best.lastIndexOf(' ', start + LONGEST))}…`;
}
