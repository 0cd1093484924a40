// Words that say nothing about the subject of a question.

/** @type {Record<string, string>} */
const WORDS = {
  nl:
    'aan als bij dat de der deze die dit doe door een en er ga gaan heb heeft hebben het hoe hun ik in is je jij kan kun ' +
    'kunnen maar mag me mee men met mij mijn moet moeten na naar niet nog nu of om onder ons onze ook op over s te ter tot ' +
    'u uit van voor waar waarom wanneer was wat we welk welke wel wie wij wil willen word worden wordt zal ze zich zijn zo zou',
  en:
    'a about an and any are as at be been by can could do does for from get had has have how i if in into is it its may me ' +
    'must my no not of on one or our out s she should so some than that the their them there they this to us was we were ' +
    'what when where which who why will with would you your',
};

/**
 * Whether a word says nothing about the subject; languages without a list have no such words.
 *
 * @param {string} word
 * @param {string} lang
 */
export const isStopWord = (word, lang) => ` ${WORDS[lang.slice(0, 2)] ?? ''} `.includes(` ${word} `);
