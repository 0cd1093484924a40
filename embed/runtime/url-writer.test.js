import assert from 'node:assert/strict';
import { test } from 'node:test';

// The publisher fills in this constant; no script has defined an element.
globalThis.ELEMENT = 'kennis-lemniscaat';
// @ts-expect-error: the only method that is called
globalThis.customElements = { get: () => undefined };
const { urlOfView, writeViewToUrl } = await import('./url-writer.js');

const PAGE = 'https://example.org/kennis/';

test('a view is added to the URL, and replaced by the next one', () => {
  const tip = urlOfView(PAGE, 'vertaling/tip-5', '');
  assert.equal(tip, `${PAGE}?kennislemniscaat=vertaling/tip-5`);
  assert.equal(urlOfView(tip, 'vertaling', ''), `${PAGE}?kennislemniscaat=vertaling`);
});

test('the initial view needs no parameter', () => {
  assert.equal(urlOfView(`${PAGE}?kennislemniscaat=vertaling`, '', ''), PAGE);
  assert.equal(urlOfView(`${PAGE}?kennislemniscaat=`, 'vertaling', 'vertaling'), PAGE);
});

test('the overview has a parameter where the page begins with another view', () => {
  assert.equal(urlOfView(PAGE, '', 'vertaling'), `${PAGE}?kennislemniscaat=`);
});

test('other parameters and the fragment stay as they were written', () => {
  const url = `${PAGE}?a=%7E+x&kennislemniscaat=vertaling&flag&b=1%202#part?not=search`;
  assert.equal(
    urlOfView(url, 'analyseren', ''),
    `${PAGE}?a=%7E+x&flag&b=1%202&kennislemniscaat=analyseren#part?not=search`,
  );
});

test('a parameter whose name only begins alike stays', () => {
  const url = `${PAGE}?kennislemniscaat2=x`;
  assert.equal(urlOfView(url, '', ''), url);
});

test('a name that is no view can not leave its parameter', () => {
  const url = new URL(urlOfView(PAGE, 'a#b?c', ''));
  assert.equal(url.hash, '');
  assert.equal(url.searchParams.get('kennislemniscaat'), 'a#b?c');
});

/** Writes a view to the URL of a page with a history state; returns the new state and URL. */
function written(state, address) {
  const url = new URL(address, PAGE);
  globalThis.location = url;
  let entry;
  globalThis.history = { state, pushState: (...args) => (entry = args) };
  writeViewToUrl('vertaling', '', 'pushState');
  const [next, , href] = entry;
  return { state: next, path: href.slice(url.origin.length) };
}

test('the address that Vue Router keeps in the state follows the URL', () => {
  const state = { back: '/', current: '/kennis/?a=1#b', position: 2 };
  const path = '/kennis/?a=1&kennislemniscaat=vertaling#b';
  assert.deepEqual(written(state, '/kennis/?a=1#b'), { state: { ...state, current: path }, path });
  // Below the base of the router.
  assert.equal(written({ current: '/gast' }, '/kennis/gast').state.current, '/gast?kennislemniscaat=vertaling');
});

test('a state that keeps another address, or none, stays', () => {
  for (const state of [null, 1, { key: 'a' }, { current: 3 }, { current: '/elders' }]) {
    assert.equal(written(state, '/kennis/').state, state);
  }
});

test('the query of the search is encoded once', () => {
  const url = urlOfView(PAGE, 'zoeken?q=kennis+delen&fase=vertaling', '');
  assert.equal(url, `${PAGE}?kennislemniscaat=zoeken%3Fq%3Dkennis%2Bdelen%26fase%3Dvertaling`);
  assert.equal(new URL(url).searchParams.get('kennislemniscaat'), 'zoeken?q=kennis+delen&fase=vertaling');
});
