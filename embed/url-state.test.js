import assert from 'node:assert/strict';
import { test } from 'node:test';

import { urlOfView } from './url-state.js';

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
