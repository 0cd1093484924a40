// Letters without case and accents, and the words of a text.

/** Letters that Unicode doesn't take apart into a letter and an accent. */
/** @type {Record<string, string>} */
const PLAIN = { æ: 'a', ð: 'd', đ: 'd', ħ: 'h', ł: 'l', ø: 'o', œ: 'o', ß: 's', þ: 'p' };

/**
 * A word of a text.
 *
 * @typedef {object} Token
 * @property {string} word the letters without case and accents
 * @property {number[]} places the index in the text of each letter, and of the end of the word
 */

/** The letters of each character that has come by. @type {Record<string, string>} */
const folded = {};

/**
 * The letters of a character; none for accents, apostrophes and soft hyphens.
 *
 * @param {string} character
 */
const fold = (character) =>
  (folded[character] ??= character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[æðđħłøœßþ]/g, (letter) => PLAIN[letter]));

/**
 * The words of a text, in order. The parts of a word with hyphens are words, and so is the word without its hyphens, as
 * `email` for `e-mail`.
 *
 * @param {string} text
 */
export function tokens(text) {
  /** @type {Token[]} */
  const all = [];
  /** @type {Token | undefined} */
  let joined;
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{N}\p{M}'’‘ʼ\u00AD]+/gu)) {
    let word = '';
    const places = [];
    let place = index;
    for (const character of run) {
      for (const letter of fold(character)) {
        word += letter;
        places.push(place);
      }
      place += character.length;
    }
    if (!word) continue;
    const token = { word, places: [...places, place] };
    all.push(token);
    const isJoined = joined && text[index - 1] === '-' && joined.places.at(-1) === index - 1;
    joined =
      isJoined && joined
        ? { word: joined.word + word, places: [...joined.places.slice(0, -1), ...token.places] }
        : token;
    if (isJoined) all.push(joined);
  }
  return all;
}
