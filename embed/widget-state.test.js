import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TRANSITIONS } from './widget-state.js';

const STATES = Object.keys(TRANSITIONS);

/** The states on a path of transitions; a transition that a state lacks leaves it. */
const follow = (...transitions) => {
  let state = 'prerendered';
  return transitions.map((transition) => (state = TRANSITIONS[state][transition] ?? state));
};

test('a widget becomes interactive by way of every state between', () => {
  assert.deepEqual(follow('activate', 'match', 'swap'), ['activating', 'ready-to-swap', 'interactive']);
});

test('navigation during the wait for idle input postpones the swap', () => {
  const [, , navigated, , swapped] = follow('activate', 'match', 'mismatch', 'match', 'swap');
  assert.equal(navigated, 'activating');
  assert.equal(swapped, 'interactive');
});

test('an app is swapped in only where it shows the same view', () => {
  for (const state of STATES) {
    assert.equal('swap' in TRANSITIONS[state], state === 'ready-to-swap', state);
  }
});

test('a widget is activated once, or again after a lost request', () => {
  for (const state of STATES) {
    assert.equal('activate' in TRANSITIONS[state], state === 'prerendered', state);
  }
  assert.deepEqual(follow('activate', 'lose', 'activate', 'match', 'swap').at(-1), 'interactive');
});

test('an app that failed stays out, and an interactive one is replaced', () => {
  for (const state of ['activating', 'ready-to-swap', 'interactive']) {
    assert.equal(TRANSITIONS[state].fail, 'failed', state);
  }
  assert.deepEqual(Object.keys(TRANSITIONS.failed), ['dispose']);
});

test('an element can leave the page in any state, for good', () => {
  for (const state of STATES.filter((name) => name !== 'disposed')) {
    assert.equal(TRANSITIONS[state].dispose, 'disposed', state);
  }
  assert.deepEqual(TRANSITIONS.disposed, {});
});

test('every state can be reached, and every transition leads to a state', () => {
  const reached = new Set(['prerendered', ...STATES.flatMap((state) => Object.values(TRANSITIONS[state]))]);
  assert.deepEqual([...reached].sort(), [...STATES].sort());
});
