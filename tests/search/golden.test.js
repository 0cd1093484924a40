// The search finds what readers look for: the golden queries, on the site that the variable SITE names.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { indexOf } from '../../embed/search/pieces.js';
import { parseQuery } from '../../embed/search/query.js';
import { search } from '../../embed/search/results.js';

/** The least recall, and share of queries with an expected piece among the first three results, in percent. */
const LEAST = { recall: 97, first: 94 };
/** The most results that must not be found, of all queries of a language that were tuned on and of those held out. */
const NOISE = { nl: [0, 4], en: [2, 2] };

const root = new URL('../../', import.meta.url);
const site = `${process.env.SITE}/`;
const files = readdirSync(`${site}files`);

/** @param {string} text */
const rows = (text) =>
  text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));

/** @param {string} file */
const rowsOf = (file) => rows(readFileSync(new URL(file, root), 'utf8'));

/** @param {string} keys */
const list = (keys) => keys.split(' ').filter(Boolean);

const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole ? (100 * part) / whole : 100);

/** Counts over queries of one kind. */
class Tally {
  queries = 0;
  must = 0;
  found = 0;
  first = 0;
  withFirst = 0;
  noise = 0;
  results = 0;
  expected = 0;
  /** @type {string[]} */
  problems = [];

  /**
   * @param {string[]} golden the columns of a query
   * @param {string[]} hits the keys of its results, best first
   */
  add([query, , must, first, not], hits) {
    const [musts, firsts, nots] = [must, first, not].map(list);
    const missing = musts.filter((key) => !hits.includes(key));
    const noise = hits.filter((key) => not === '*' || nots.includes(key));
    this.queries++;
    this.must += musts.length;
    this.found += musts.length - missing.length;
    this.noise += noise.length;
    this.results += hits.length;
    this.expected += hits.filter((key) => musts.includes(key) || firsts.includes(key)).length;
    if (missing.length) this.problems.push(`${query}: lacks ${missing.join(', ')}`);
    if (noise.length) this.problems.push(`${query}: finds ${noise.join(', ')}`);
    if (!firsts.length) return;
    this.withFirst++;
    if (hits.slice(0, 3).some((key) => firsts.includes(key))) this.first++;
    else this.problems.push(`${query}: begins with ${hits.slice(0, 3).join(', ')}`);
  }

  get recall() {
    return share(this.found, this.must);
  }

  get firstShare() {
    return share(this.first, this.withFirst);
  }

  toString() {
    const precision = share(this.expected, this.results);
    const numbers = [this.recall, precision, this.firstShare].map((number) => number.toFixed(1).padStart(9));
    return `${String(this.queries).padStart(4)}${numbers.join('')}${String(this.noise).padStart(7)}`;
  }
}

for (const lang of /** @type {const} */ (['nl', 'en'])) {
  const file = files.find((name) => name.startsWith(`search-${lang}-`) && name.endsWith('.json'));
  const publication = JSON.parse(readFileSync(`${site}files/${file}`, 'utf8'));
  const index = indexOf(publication);
  const permalinks = rowsOf('publications/kennislemniscaat/permalinks.tsv').filter(([language]) => language === lang);
  const keys = new Map(permalinks.map(([, path, key]) => [path, key || '.']));
  const golden = rowsOf(`tests/search/golden/${lang}.tsv`);

  for (const isHeldOut of [false, true]) {
    test(`golden queries in ${lang}${isHeldOut ? ', held out' : ''}`, () => {
      const all = new Tally();
      /** @type {Map<string, Tally>} */
      const kinds = new Map();
      for (const columns of golden.filter(([, , , , , heldOut]) => (heldOut === 'yes') === isHeldOut)) {
        const [text, kind] = columns;
        const query = { ...parseQuery(publication.facets, ''), text };
        const hits = search(publication, index, query).hits.map((hit) => keys.get(publication.pieces[hit].view) ?? '?');
        kinds.set(kind, kinds.get(kind) ?? new Tally());
        for (const tally of [all, kinds.get(kind)]) tally?.add(columns, hits);
      }
      const table = [...kinds, ['all', all]].map(([kind, tally]) => `${String(kind).padEnd(10)}${tally}`);
      const report = [`${'kind'.padEnd(13)}n   recall  precis.  first 3  noise`, ...table, ...all.problems].join('\n');
      if (process.env.VERBOSE) console.log(`${lang}, held out: ${isHeldOut}\n${report}\n`);
      assert.ok(all.queries > 20, 'too few queries');
      assert.ok(all.recall >= LEAST.recall && all.firstShare >= LEAST.first, report);
      assert.ok(all.noise <= NOISE[lang][Number(isHeldOut)], report);
    });
  }
}
