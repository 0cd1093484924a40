// The words of a query, and the words of the text that they stand for.

import { tokens } from './letters.js';
import { stem } from './stems.js';
import { isStopWord } from './stop-words.js';
import { allowedSlips, distance } from './typos.js';

/** The fewest letters of a word that is looked for inside others: below that most hits are noise, as `tijd` in `altijd`. */
const INSIDE = 6;
/** The fewest letters of a part of a compound. */
const PART = 4;
/** The weight of a word that the text lacks, or has in another form only. */
const UNSURE = 4;

/**
 * A word that is looked for.
 *
 * @typedef {object} Sought
 * @property {string} word
 * @property {string} stem
 * @property {number} first the code of the first letter
 * @property {string} inside what is looked for inside other words: there a word has the form that stands alone, or its
 *   stem; empty for short words
 */

/**
 * A word of the query.
 *
 * @typedef {object} Term
 * @property {Sought[]} sought the reader's word, or those that the text has in its place
 * @property {boolean} isCorrected whether the text has other words than the reader's in its place
 * @property {number} weight rare words say more
 * @property {number} used the number of pieces that have it
 * @property {Uint8Array} worths the worth of its best match in each piece: strength times place
 */

/** The strength of a match: of the whole word, of its stem, of the beginning, of a part. */
const [EXACT, STEM, PREFIX, PART_OF] = [8, 7, 5, 4];

/**
 * The strength of the match of a word, and the first letter and the number of letters that match.
 *
 * @param {Sought} sought
 * @param {Sought} other a word of the text
 * @returns {[strength: number, first: number, count: number] | undefined}
 */
function match(sought, other) {
  const { word } = other;
  // Stems keep the first letter, and most words differ in it. Numbers are compared more quickly than texts.
  if (other.first === sought.first) {
    if (word === sought.word) return [EXACT, 0, word.length];
    if (other.stem === sought.stem) return [STEM, 0, word.length];
    if (word.startsWith(sought.word)) return [PREFIX, 0, sought.word.length];
  }
  const { inside } = sought;
  const first = inside ? word.indexOf(inside) : -1;
  return first < 0 ? undefined : [PART_OF, first, inside.length];
}

/**
 * The best match of the words of a term.
 *
 * @param {Sought[]} sought
 * @param {Sought} other
 */
export function bestMatch(sought, other) {
  let best;
  for (const one of sought) {
    const found = match(one, other);
    if (found && !(best && best[0] >= found[0])) best = found;
  }
  return best;
}

/**
 * A word with its stem.
 *
 * @param {string} word
 * @param {string} lang
 * @returns {Sought}
 */
export const sought = (word, lang) => {
  const own = stem(word, lang);
  const inside = own.length >= INSIDE && word.startsWith(own) ? own : word;
  return { word, stem: own, first: word.charCodeAt(0), inside: inside.length < INSIDE ? '' : inside };
};

/**
 * The words of the text that may match a word: those with its first letter, and those that contain it, some twice.
 * Engines search one long text more quickly than many short ones.
 *
 * @param {import('./pieces.js').Index} index
 * @param {Sought} sought
 */
function candidates({ vocabulary, byFirst, joined, ends }, { first, inside }) {
  const all = [...(byFirst.get(first) ?? [])];
  let word = 0;
  for (let at = -1; inside && (at = joined.indexOf(inside, at + 1)) >= 0; at = ends[word]) {
    while (ends[word] < at) word++;
    all.push(vocabulary[word]);
  }
  return all;
}

/**
 * The words of a query that say something, if any does, and what the text has for them.
 *
 * @param {import('./pieces.js').Index} index
 * @param {string} text
 */
export function termsOf(index, text) {
  const { lang, vocabulary } = index;
  const all = tokens(text).map(({ word }) => word);
  const said = all.filter((word) => !isStopWord(word, lang));
  /**
   * @param {Sought[]} words
   * @param {boolean} isCorrected
   * @returns {Term}
   */
  const term = (words, isCorrected) => {
    const worths = new Uint8Array(index.count);
    let used = 0;
    for (const one of words) {
      for (const other of candidates(index, one)) {
        const [strength] = match(one, other) ?? [];
        if (!strength) continue;
        const { uses } = other;
        for (let at = 0; at < uses.length; at += 2) {
          const piece = uses[at];
          const worth = strength * uses[at + 1];
          if (!worths[piece]) used++;
          if (worth > worths[piece]) worths[piece] = worth;
        }
      }
    }
    const weight = used && !isCorrected ? Math.floor(Math.log2(index.count / used)) + 1 : UNSURE;
    return { sought: words, isCorrected, weight, used, worths };
  };
  /** @param {string} word */
  const terms = (word) => {
    const one = sought(word, lang);
    const own = term([one], false);
    if (own.used) return [own];
    const near = corrections(vocabulary, one);
    if (near.length) return [term(near, true)];
    return halves(index, word)?.map((part) => term([part], true)) ?? [own];
  };
  const { known } = index;
  // The words before the one that the reader types stay the same.
  index.known = new Map((said.length ? said : all).map((word) => [word, known.get(word) ?? terms(word)]));
  return [...index.known.values()].flat();
}

/**
 * The words of the text that are nearest to a word with a slip.
 *
 * @param {Sought[]} vocabulary
 * @param {Sought} one
 */
function corrections(vocabulary, one) {
  let limit = allowedSlips(one.word);
  /** @type {Sought[]} */
  let nearest = [];
  for (const other of vocabulary) {
    // The first letter is rarely a slip, and two slips are many.
    const most = other.first === one.first ? limit : Math.min(limit, 1);
    // Other forms of the word that was meant are as near as their stems.
    const apart = Math.min(
      distance(one.word, other.word, most),
      distance(one.stem, other.stem, Math.min(most, allowedSlips(one.stem))),
    );
    if (!apart || apart > most) continue;
    if (apart < limit) nearest = [];
    limit = apart;
    nearest.push(other);
  }
  return nearest;
}

/**
 * The two parts of a compound that the text writes as two words, if it has both.
 *
 * @param {import('./pieces.js').Index} index
 * @param {string} word
 */
function halves({ stems, lang }, word) {
  /** @param {string} text */
  const part = (text) => {
    const one = sought(text, lang);
    return text.length >= PART && stems.has(one.stem) ? one : undefined;
  };
  // The longest first part is the likeliest.
  for (let place = word.length - PART; place >= PART; place--) {
    const first = word.slice(0, place);
    // `Wijkteam`, `beleidsinformatie`.
    const parts = [part(first) ?? part(first.replace(/s$/, '')), part(word.slice(place))];
    if (parts[0] && parts[1]) return /** @type {Sought[]} */ (parts);
  }
}

/**
 * The word of the text that is nearest to the first word of a query that the text lacks, if one is near at all.
 *
 * @param {import('./pieces.js').Index} index
 * @param {string} text
 */
export function nearestWord({ vocabulary, lang }, text) {
  const words = tokens(text).map(({ word }) => sought(word, lang));
  const missing = words.find((word) => !vocabulary.some((other) => match(word, other)));
  if (!missing) return;
  let limit = Math.floor(missing.word.length / 2);
  let nearest;
  for (const { word } of vocabulary) {
    const apart = distance(missing.word, word, limit);
    if (apart < limit || (apart === limit && !nearest)) [limit, nearest] = [apart, word];
  }
  return nearest;
}
