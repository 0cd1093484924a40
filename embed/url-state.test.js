import assert from 'node:assert/strict';
import { test } from 'node:test';

// The publisher fills in this constant; no script has defined an element.
globalThis.ELEMENT = 'kennis-lemniscaat';
// @ts-expect-error: the only method that is called
globalThis.customElements = { get: () => undefined };
const { viewInAddress, viewInUrl } = await import('./url-state.js');

test('a view is known by its name and by its addresses', () => {
  const addresses = [
    'vertaling/tip-5',
    '/nl/vertaling/tip-5',
    'nl/vertaling/tip-5',
    'https://example.org/kennis/nl/vertaling/tip-5?embed#tip',
    'https://example.org/kennis/?a=1&kennislemniscaat=vertaling/tip-5&b=2',
    '?kennislemniscaat=vertaling/tip-5',
  ];
  for (const address of addresses) assert.equal(viewInAddress(address, 'nl'), 'vertaling/tip-5', address);
  assert.equal(viewInAddress('https://example.org/nl/index.html', 'nl'), '');
  assert.equal(viewInAddress('/nl/vertaling/index.html', 'nl'), 'vertaling/');
});

test('a view in the URL comes without the query of the search', () => {
  const view = (/** @type {string} */ search) => {
    globalThis.location = /** @type {any} */ ({ search });
    return viewInUrl();
  };
  assert.equal(view('?a=1'), undefined);
  assert.equal(view('?kennislemniscaat='), '');
  assert.equal(view('?kennislemniscaat=zoeken%3Fq%3Dbeleid%26fase%3Dvertaling'), 'zoeken');
});
