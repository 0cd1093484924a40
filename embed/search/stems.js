// Light stems: forms of one word have one stem in most cases. The rules take endings away that nearly always are
// endings. A full algorithm such as Porter's helps hardly more queries on our texts, and joins words of different meaning.

const VOWEL_PAIR = /([aeou])\1([^aeiouy])$/; // as in `vraag`, which has one in `vragen`
const CONSONANT_PAIR = /(..)([^aeiouy])\2$/; // as in `processen`

/** @param {string} word */
function dutch(word) {
  for (let before; before !== word;) {
    before = word;
    // `Brieven` and `brief`, `huizen` and `huis`.
    word = word.replace(CONSONANT_PAIR, '$1$2').replace(VOWEL_PAIR, '$1$2').replace(/v$/, 'f').replace(/z$/, 's');
    // `Geldt` is not about `geld`.
    word = word.replace(/^(.{3,}?)(heid|en|e|s|(?<!d)t)$/, '$1');
  }
  return word;
}

/** @param {string} word */
const english = (word) =>
  word
    .replace(/^(.{3,})ies$/, '$1y')
    .replace(/^(.{2,}[^sui])s$/, '$1')
    .replace(/^(.{3,}?)(ing|ed|ly|e)$/, '$1')
    // `Reliability` and `reliable`.
    .replace(/^(.{3,})ility$/, '$1l')
    .replace(CONSONANT_PAIR, '$1$2');

/** The stems that were computed: texts are read again when their matches are marked. @type {Map<string, string>} */
const stems = new Map();

/**
 * The stem of a word in a language; languages without rules have the word itself.
 *
 * @param {string} word
 * @param {string} lang
 */
export function stem(word, lang) {
  const key = `${lang} ${word}`;
  let own = stems.get(key);
  if (own === undefined) {
    own = /^nl/.test(lang) ? dutch(word) : /^en/.test(lang) ? english(word) : word;
    stems.set(key, own);
  }
  return own;
}
