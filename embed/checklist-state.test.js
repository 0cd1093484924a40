import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decode, encode, isTicked, tick } from './checklist-state.js';

/** The state with these tips done. */
const done = (...bits) => bits.reduce((state, bit) => tick(state, BigInt(bit), true), 0n);

test('every state is the same after it was in an address', () => {
  for (const state of [0n, done(0), done(24), done(0, 3, 24), 2n ** 25n - 1n, done(250), done(4000)]) {
    const fragment = encode(state);
    assert.equal(decode(fragment), state, fragment);
    assert.match(fragment, /^(a[\da-f]+)?$/);
  }
});

test('an empty list needs no fragment', () => {
  assert.equal(encode(0n), '');
  assert.equal(decode(''), 0n);
});

test('published addresses keep their meaning', () => {
  assert.equal(encode(done(0)), 'a101');
  assert.equal(encode(done(0, 1, 4, 5, 6, 7, 8)), 'a1f3f8');
  assert.equal(decode('a1f3f8'), done(0, 1, 4, 5, 6, 7, 8));
});

test('a tip is ticked and cleared without any other', () => {
  const state = done(2, 30);
  assert.ok(isTicked(state, 2n) && isTicked(state, 30n));
  assert.ok(!isTicked(state, 0n) && !isTicked(state, 31n));
  assert.equal(tick(state, 2n, true), state);
  assert.equal(tick(state, 2n, false), done(30));
  assert.equal(tick(state, 5n, false), state);
});

test('the bits of tips that are gone are kept', () => {
  const before = decode(encode(done(7, 90)));
  assert.equal(decode(encode(tick(before, 1n, true))), done(1, 7, 90));
});

test('an address that was cut off or mistyped is damaged', () => {
  const fragment = encode(done(0, 5, 9, 13, 21, 24));
  for (let end = 1; end < fragment.length; end++) {
    assert.equal(decode(fragment.slice(0, end)), undefined, fragment.slice(0, end));
  }
  for (let place = 1; place < fragment.length; place++) {
    for (const digit of '0123456789abcdef') {
      const typed = fragment.slice(0, place) + digit + fragment.slice(place + 1);
      if (typed !== fragment) assert.equal(decode(typed), undefined, typed);
    }
  }
});

test('fragments of other versions and other texts are damaged, and nothing throws', () => {
  const long = `a${'f'.repeat(20000)}`;
  for (const fragment of [
    'b101',
    'A101',
    'a0101',
    'a000',
    'a',
    'a1',
    'a10',
    'a10g',
    'inhoud',
    '%',
    '%FF',
    '<b>',
    long,
  ]) {
    assert.equal(decode(fragment), undefined, fragment.slice(0, 40));
  }
});
