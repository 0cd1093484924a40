import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.ELEMENT = 'kennis-lemniscaat';
globalThis.PUBLICATION = 'x';
globalThis.customElements = { get: () => undefined };
const { viewOfLink } = await import('./links.js');

const BASE = 'https://example.org/kennis/';

test('a link to a page of the site names its view', () => {
  for (const [href, expected] of [
    ['https://example.org/kennis/nl/', ['nl', '']],
    ['https://example.org/kennis/nl', ['nl', '']],
    ['https://example.org/kennis/nl/vertaling/tip-5/', ['nl', 'vertaling/tip-5']],
    ['https://example.org/kennis/en/translation#figure', ['en', 'translation']],
    ['http://example.org/kennis/nl/vertaling/', ['nl', 'vertaling']],
    ['https://example.org/kennis/nl/zoeken/?q=beleid&fase=vertaling', ['nl', 'zoeken?q=beleid&fase=vertaling']],
  ]) {
    assert.deepEqual(viewOfLink(BASE, href), expected, href);
  }
});

test('a link to another site stays a link', () => {
  for (const href of [
    'https://example.org/nl/vertaling/',
    'https://example.com/kennis/nl/',
    'https://example.org/kennis/',
    'mailto:kennis@example.org',
    '',
  ]) {
    assert.equal(viewOfLink(BASE, href), undefined, href);
  }
});
