// The pieces of a publication with their words, each once.

import { tokens } from './letters.js';
import { sought } from './words.js';

/**
 * The texts that are searched, of `publisher/src/edition/search.rs`.
 *
 * @typedef {object} Publication
 * @property {string} lang
 * @property {Record<string, string>} labels
 * @property {Facet[]} facets the properties by which readers choose
 * @property {Piece[]} pieces in reading order
 */

/**
 * A property of pieces: its name in addresses and its label, and the key and the name of each value.
 *
 * @typedef {object} Facet
 * @property {string} name
 * @property {string} label
 * @property {[key: string, name: string][]} options
 */

/**
 * A piece.
 *
 * @typedef {object} Piece
 * @property {string} view the name of its view
 * @property {string} place its kind, number and phase in words
 * @property {number[][]} values the indexes of its values of each facet
 * @property {string} title empty for a quote
 * @property {string} speaker
 * @property {string[]} keywords
 * @property {string[]} texts
 */

/**
 * A word of the text; its uses are the index of each piece that has it, each followed by the worth of the place.
 *
 * @typedef {import('./words.js').Sought & { uses: number[] }} Word
 */

/**
 * The words of a publication.
 *
 * @typedef {object} Index
 * @property {string} lang
 * @property {number} count the number of pieces
 * @property {Word[]} vocabulary
 * @property {Map<number, Word[]>} byFirst the words with each first letter
 * @property {string} joined all words, each with a space after it
 * @property {number[]} ends the place of the space after each
 * @property {Set<string>} stems
 * @property {Map<string, import('./words.js').Term[]>} known the words of the last query
 */

/** The worth of a match in each part of a piece. */
const [TITLE, TEXT, KEYWORD, THEME] = [4, 3, 2, 1];

/**
 * The parts of a piece that are searched, each with its worth.
 *
 * @param {Publication} publication
 * @param {Piece} piece
 * @returns {[text: string, worth: number][]}
 */
const parts = ({ facets }, { title, texts, speaker, keywords, values }) => [
  [title, TITLE],
  ...[speaker, ...texts].map((text) => /** @type {[string, number]} */ ([text, TEXT])),
  [keywords.join(), KEYWORD],
  [values[2].map((value) => facets[2].options[value][1]).join(), THEME],
];

/**
 * The index of a publication.
 *
 * @param {Publication} publication
 * @returns {Index}
 */
export function indexOf(publication) {
  const { lang, pieces } = publication;
  /** @type {Map<string, Word>} */
  const words = new Map();
  pieces.forEach((piece, index) => {
    for (const [text, worth] of parts(publication, piece)) {
      for (const { word } of tokens(text)) {
        let entry = words.get(word);
        // Engines read objects that were spread more slowly.
        if (!entry) words.set(word, (entry = Object.assign(sought(word, lang), { uses: [] })));
        // Parts come by their worth.
        if (entry.uses.at(-2) !== index) entry.uses.push(index, worth);
      }
    }
  });
  const vocabulary = [...words.values()];
  /** @type {Index['byFirst']} */
  const byFirst = new Map();
  let end = -1;
  const ends = vocabulary.map((word) => {
    const same = byFirst.get(word.first);
    if (same) same.push(word);
    else byFirst.set(word.first, [word]);
    return (end += word.word.length + 1);
  });
  const stems = new Set(vocabulary.map(({ stem }) => stem));
  const joined = vocabulary.map(({ word }) => `${word} `).join('');
  return { lang, count: pieces.length, vocabulary, byFirst, joined, ends, stems, known: new Map() };
}
