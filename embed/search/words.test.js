import assert from 'node:assert/strict';
import { test } from 'node:test';

import { tokens } from './letters.js';
import { indexOf } from './pieces.js';
import { formatQuery, parseQuery } from './query.js';
import { excerpt, markedParts, search } from './results.js';
import { stem } from './stems.js';
import { isStopWord } from './stop-words.js';
import { allowedSlips, distance } from './typos.js';
import { nearestWord } from './words.js';

/** An invented publication: a text each for pieces of two kinds. */
const publication = (/** @type {string[]} */ ...texts) => ({
  lang: 'nl',
  labels: {},
  facets: [
    {
      name: 'soort',
      label: 'Soort',
      options: [
        ['tip', 'Tips'],
        ['citaat', 'Citaten'],
      ],
    },
    {
      name: 'fase',
      label: 'Fase',
      options: [
        ['een', 'Eén'],
        ['twee', 'Twee'],
      ],
    },
    {
      name: 'thema',
      label: 'Thema',
      options: [
        ['geld', 'Geld'],
        ['a&b', 'A & b'],
      ],
    },
    { name: 'domein', label: 'Domein', options: [] },
  ],
  pieces: texts.map((text, index) => ({
    view: `tip-${index + 1}`,
    place: `Tip ${index + 1}`,
    values: [[index % 2], [0], [], []],
    title: text,
    speaker: '',
    keywords: [],
    texts: [],
  })),
});

/** The texts that a query finds, best first. */
function found(query, ...texts) {
  const all = /** @type {any} */ (publication(...texts));
  const { hits } = search(all, indexOf(all), parseQuery(all.facets, `${new URLSearchParams({ q: query })}`));
  return hits.map((hit) => texts[hit]);
}

const words = (/** @type {string} */ text) => tokens(text).map(({ word }) => word);

test('case, accents and apostrophes make no difference', () => {
  for (const [one, other] of [
    ['COÖRDINATOREN', 'coordinatoren'],
    ['coo\u0308rdinator', 'coördinator'],
    ['collega’s', "collega's"],
    ['kennis\u00ADinfra', 'kennisinfra'],
    ['Łódź Ærø', 'lodz aro'],
  ])
    assert.deepEqual(words(one), words(other), one);
});

test('a word with hyphens is also one without them', () => {
  assert.deepEqual(words('per e-mail'), ['per', 'e', 'mail', 'email']);
  assert.deepEqual(words('kennis - delen'), ['kennis', 'delen']);
});

test('words keep their places in the text', () => {
  const text = '“Eén col\u00ADlega’s idee” 😀 漢字';
  const parts = tokens(text).map(({ places }) => text.slice(places[0], places.at(-1)));
  assert.deepEqual(parts, ['Eén', 'col\u00ADlega’s', 'idee', '漢字']);
});

test('forms of a word have one stem', () => {
  const same = (/** @type {string} */ lang, /** @type {string[]} */ ...forms) => {
    for (const form of forms) assert.equal(stem(form, lang), stem(forms[0], lang), `${form} and ${forms[0]}`);
  };
  same('nl', 'gemeente', 'gemeenten', 'gemeentes');
  same('nl', 'deel', 'delen', 'deelt');
  same('nl-be', 'vraag', 'vragen', 'vraagt');
  same('nl', 'betrouwbaar', 'betrouwbare', 'betrouwbaarheid');
  same('nl', 'brief', 'brieven');
  same('nl', 'kies', 'kiezen', 'kiest');
  same('nl', 'proces', 'processen');
  same('nl', 'idee', 'ideeen');
  same('en', 'municipality', 'municipalities');
  same('en-gb', 'share', 'shares', 'sharing', 'shared');
  same('en', 'plan', 'planning', 'planned', 'plans');
  same('en', 'reliable', 'reliability');
  assert.notEqual(stem('geld', 'nl'), stem('geldt', 'nl'));
  assert.equal(stem('boeken', 'fy'), 'boeken');
  for (const word of ['', 's', 'en', 'ent', 'жизнь']) assert.equal(stem(word, 'nl').length > 0, word !== '', word);
});

test('stop words are whole words of the language', () => {
  assert.ok(isStopWord('hoe', 'nl') && isStopWord('the', 'en-gb'));
  for (const word of ['the', 'oe', 'wa', 'beleid', 'undefined']) assert.ok(!isStopWord(word, 'nl'), word);
  assert.ok(!isStopWord('de', 'fy') && !isStopWord('undefined', 'fy'));
});

test('slips are counted up to a limit', () => {
  for (const [one, other, slips] of /** @type {const} */ ([
    ['bijenkomst', 'bijeenkomst', 1],
    ['betrouwbaarhied', 'betrouwbaarheid', 1],
    ['beleid', 'beleid', 0],
    ['delen', 'doelen', 1],
    ['koe', 'paard', 5],
  ])) {
    assert.equal(distance(one, other, 9), slips);
    assert.equal(distance(other, one, 9), slips);
    assert.equal(distance(one, other, slips), slips);
    if (slips) assert.equal(distance(one, other, slips - 1), Infinity);
  }
  assert.deepEqual(['kort', 'beleid', 'bijeenkomst'].map(allowedSlips), [0, 1, 2]);
});

test('the whole word comes before its forms, its compounds and parts of words', () => {
  const texts = ['lunchbijeenkomsten', 'bijeenkomsten', 'bijeenkomst', 'bijeenkomstzaal', 'iets anders'];
  assert.deepEqual(found('bijeenkomst', ...texts), [
    'bijeenkomst',
    'bijeenkomsten',
    'bijeenkomstzaal',
    'lunchbijeenkomsten',
  ]);
});

test('short words are not looked for inside others', () => {
  assert.deepEqual(found('tijd', 'altijd', 'tijdig'), ['tijdig']);
});

test('slips and compounds count only where the text lacks the word', () => {
  assert.deepEqual(found('doelen', 'doelen', 'delen'), ['doelen']);
  assert.deepEqual(found('doellen', 'doelen', 'kennis'), ['doelen']);
  assert.deepEqual(found('netwerkbijeenkomst', 'een bijeenkomst van het netwerk', 'kennis'), [
    'een bijeenkomst van het netwerk',
  ]);
});

test('most of the words of a query are needed, and rare ones say more', () => {
  const texts = ['kennis delen', 'kennis', 'kennis van wijkteams', 'kennis, kennis'];
  assert.deepEqual(found('kennis in wijkteams', ...texts), ['kennis van wijkteams']);
  assert.deepEqual(found('de', 'de kat', 'hond'), ['de kat'], 'a query of such words alone');
});

test('the parts that match are marked', () => {
  const all = /** @type {any} */ (publication('Lunchbijeenkomsten over beleid'));
  const marked = (/** @type {string} */ query, /** @type {string} */ text) =>
    markedParts(text, search(all, indexOf(all), parseQuery(all.facets, `q=${query}`)), 'nl');
  assert.deepEqual(marked('bijeenkomst', 'De lunchbijeenkomsten.'), ['De lunch', 'bijeenkom', 'sten.'], 'the stem');
  assert.deepEqual(marked('belei', 'Beleidsnota'), ['', 'Belei', 'dsnota']);
  assert.deepEqual(marked('', 'Beleid'), ['Beleid']);
  for (const text of ['', '<b>beleid</b> & beleid', 'beléíd 😀 beleid'])
    assert.equal(marked('beleid', text).join(''), text, 'no character is lost');
});

test('an excerpt shows the first match in whole words', () => {
  const text = `${'woord '.repeat(40)}beleid ${'woord '.repeat(40)}`.trim();
  const all = /** @type {any} */ (publication(text));
  const results = search(all, indexOf(all), parseQuery(all.facets, 'q=beleid'));
  const shown = excerpt(['iets', text], results, 'nl', false);
  assert.match(shown, /^…woord .*beleid.* woord…$/);
  assert.ok(shown.length < 190, shown);
  assert.equal(excerpt(['iets'], results, 'nl', false), '');
  assert.equal(excerpt(['iets'], results, 'nl', true), 'iets');
  assert.equal(excerpt([], results, 'nl', true), '');
});

test('an address leads back to its query', () => {
  const { facets } = /** @type {any} */ (publication());
  for (const text of ['', 'beleid', 'kennis delen', 'a&b=c#d?', '100% “é” 漢字 <script>', '+ +'])
    for (const chosen of [[], [0], [0, 1]])
      for (const limit of [100, 300]) {
        const query = { text, chosen: [new Set(chosen), new Set(), new Set(chosen), new Set()], limit };
        assert.deepEqual(parseQuery(facets, formatQuery(facets, query)), query);
      }
});

test('unknown names and values of an address are ignored', () => {
  const { facets } = /** @type {any} */ (publication());
  const query = parseQuery(facets, 'embed&fase=weg&soort=tip&kleur=rood&aantal=-5&q=a+b%zz');
  assert.equal(formatQuery(facets, query), 'q=a+b%25zz&soort=tip');
  assert.equal(parseQuery(facets, `q=${'é'.repeat(10_000)}`).text.length, 200);
});

test('values count the hits that they lead to, and nothing leads to none', () => {
  const all = /** @type {any} */ (publication('beleid een', 'beleid twee', 'kennis'));
  const of = (/** @type {string} */ address) => search(all, indexOf(all), parseQuery(all.facets, address));
  assert.deepEqual(of('q=beleid').counts[0], [1, 1]);
  assert.deepEqual(of('q=beleid&soort=tip').counts[0], [1, 1], 'another value of the same facet adds its hits');
  assert.equal(of('q=beleid&soort=tip').hits.length, 1);
  assert.deepEqual(of('q=beleid&soort=tip').counts[1], [1, 0]);
});

test('the nearest word is proposed where nothing is found', () => {
  const all = /** @type {any} */ (publication('bijeenkomst', 'kennis'));
  assert.equal(nearestWord(indexOf(all), 'bijkomsten'), 'bijeenkomst');
  assert.equal(nearestWord(indexOf(all), 'kennis'), undefined);
  assert.equal(nearestWord(indexOf(all), 'xyzzyxyzzy'), undefined);
});

test('any text is searched without an error', () => {
  const texts = ['<script>alert(1)</script>', '\u0000\uD800', '(', '[a-z]+', '$&', '\\', '״', 'ﬁ', '１２'];
  for (const query of texts) assert.ok(Array.isArray(found(query, ...texts)));
});
