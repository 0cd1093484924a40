import assert from 'node:assert/strict';
import { test } from 'node:test';

// The publisher fills in this constant; no script has defined an element.
globalThis.ELEMENT = 'kennis-lemniscaat';
// @ts-expect-error: the only method that is called
globalThis.customElements = { get: () => undefined };
const { inParameter, pathOf, viewInAddress } = await import('./url-state.js');

test('a view is known by its name and by its addresses', () => {
  const addresses = [
    'vertaling/tip-5',
    '/nl/vertaling/tip-5',
    'nl/vertaling/tip-5',
    'https://example.org/kennis/nl/vertaling/tip-5?embed#tip',
    'https://example.org/kennis/?a=1&kennislemniscaat=vertaling/tip-5&b=2',
    '?kennislemniscaat=vertaling/tip-5',
  ];
  for (const address of addresses) assert.equal(pathOf(viewInAddress(address, 'nl')), 'vertaling/tip-5', address);
  assert.equal(viewInAddress('https://example.org/nl/index.html', 'nl'), '');
  assert.equal(viewInAddress('/nl/vertaling/index.html', 'nl'), 'vertaling/');
});

test('the search keeps its query, whatever the reader looks for', () => {
  for (const text of ['beleid', 'kennis delen', 'a&b=c', '/nl/', 'é “aanhaling”', '100%', '#', '漢字']) {
    const view = `zoeken?q=${text.replace(/[%&+#]/g, encodeURIComponent).replaceAll(' ', '+')}&fase=vertaling`;
    assert.equal(viewInAddress(view, 'nl'), view);
    assert.equal(viewInAddress(`https://example.org/?a=1&kennislemniscaat=${inParameter(view)}&b=2#c`, 'nl'), view);
    assert.equal(pathOf(view), 'zoeken');
  }
  const page = 'https://example.org/kennis/nl/zoeken/?q=beleid#kl-hits';
  assert.equal(viewInAddress(page, 'nl'), 'zoeken/?q=beleid');
});

test('a path stays readable in the parameter', () => {
  assert.equal(inParameter('vertaling/tip-5'), 'vertaling/tip-5');
  assert.equal(inParameter('zoeken?q=beleid&fase=vertaling'), 'zoeken%3Fq%3Dbeleid%26fase%3Dvertaling');
});
