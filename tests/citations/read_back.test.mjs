// Reads citations back as reference managers do, with the library of https://citation.js.org: those of a publication
// with odd names, which the native tests compare with what the publisher writes, and all citations of a built site.
// NODE_MODULES=… SITE=… node --test read_back.test.mjs

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const require = createRequire(`${process.env.NODE_MODULES}/`);
const { Cite } = require('@citation-js/core');
for (const format of ['bibtex', 'csl', 'ris']) require(`@citation-js/plugin-${format}`);

const FIXTURES = new URL('../../publisher/src/citation/fixtures/', import.meta.url).pathname;
const ORGANISATIONS = [
  'Ministerie van Volksgezondheid & “Zorg”',
  'Bureau {Acht} – 50 % Über #1',
  'Stichting "Één_twee" and Partners',
];
const TITLE = 'De {kennis}lus – 100 % “beter” & sneller: Hoe stroomt kennis?';

/** The facts of the one source in a file. */
function facts(file) {
  const { data } = new Cite(readFileSync(file, 'utf8'));
  assert.equal(data.length, 1, file);
  const [{ title, author = [], issued, language, URL, ...rest }] = data;
  return {
    title,
    work: rest['container-title'],
    // The formats differ in how they say that a name has no first name.
    authors: author.map(({ literal, family, given }) => literal ?? (given ? `${family}, ${given}` : family)),
    year: issued?.['date-parts'][0][0],
    language,
    url: URL,
  };
}

for (const format of ['ris', 'bib', 'json']) {
  test(`odd names are read back from .${format}`, () => {
    const source = { authors: ORGANISATIONS, year: 2024, language: 'nl' };
    assert.deepEqual(facts(join(FIXTURES, `publication.${format}`)), {
      ...source,
      title: TITLE,
      work: undefined,
      url: 'https://example.org/map/nl/',
    });
    assert.deepEqual(facts(join(FIXTURES, `phase.${format}`)), {
      ...source,
      title: 'Ordenen & duiden',
      work: TITLE,
      url: 'https://example.org/map/nl/fase-4/',
    });
  });
}

const site = process.env.SITE;
const paths = readdirSync(site, { recursive: true }).filter((path) => path.endsWith('citaat.json'));

test('all formats tell the same, and have an address', () => {
  assert.ok(paths.length > 1, 'the site has no citations');
  for (const path of paths) {
    const folder = join(site, dirname(path));
    const expected = facts(join(folder, 'citaat.json'));
    assert.ok(expected.title && expected.url.endsWith(`/${dirname(path)}/`), JSON.stringify(expected));
    assert.deepEqual(facts(join(folder, 'citaat.ris')), expected, path);
    assert.deepEqual(facts(join(folder, 'citaat.bib')), expected, path);
    const text = readFileSync(join(folder, 'citaat.txt'), 'utf8');
    for (const fact of [expected.title, ...expected.authors, expected.year, expected.work, expected.url]) {
      if (fact !== undefined) assert.ok(text.includes(fact), `${text} has no ${fact}`);
    }
  }
});

test('the text of a publication is that of the citation processor', () => {
  for (const path of paths.map((path) => join(site, path))) {
    const json = JSON.parse(readFileSync(path, 'utf8'));
    // For chapters and missing years the processor has English words.
    if (json[0].type !== 'report' || !json[0].issued) continue;
    const expected = new Cite(json).format('bibliography', { template: 'apa', lang: 'en-US', format: 'text' });
    assert.equal(readFileSync(path.replace(/json$/, 'txt'), 'utf8').trim(), expected.trim(), path);
  }
});
