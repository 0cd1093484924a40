import assert from 'node:assert/strict';
import { test } from 'node:test';

import { memoizeAsync } from './memoize.js';

test('a file that many widgets need is requested once', async () => {
  const memoized = memoizeAsync();
  let requests = 0;
  const request = async () => ++requests;
  const results = await Promise.all([memoized('a', request), memoized('a', request), memoized('b', request)]);
  assert.deepEqual(results, [1, 1, 2]);
  assert.equal(await memoized('a', request), 1);
});

test('a request that failed is tried again by the next call', async () => {
  const memoized = memoizeAsync();
  const lost = memoized('a', () => Promise.reject(new Error('lost')));
  await assert.rejects(lost, /lost/);
  assert.equal(await memoized('a', async () => 'here'), 'here');
});

test('separate functions keep separate promises', async () => {
  assert.equal(await memoizeAsync()('a', async () => 1), 1);
  assert.equal(await memoizeAsync()('a', async () => 2), 2);
});
