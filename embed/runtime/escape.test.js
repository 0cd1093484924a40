import assert from 'node:assert/strict';
import { test } from 'node:test';

import { onEscape } from './escape.js';

/** A node that matches the selectors that contain one of `names`. */
const node = (...names) => ({ matches: (selector) => names.some((name) => selector.includes(name)) });

/** Presses Esc in a widget; tells what happened. */
function pressEscape({ path = [node()], hasParent = true, ...properties } = {}) {
  const happened = [];
  const parent = { click: () => happened.push('parent') };
  const root = {
    contains: () => true,
    querySelectorAll: () => (hasParent ? [{ click: () => happened.push('grandparent') }, parent] : []),
  };
  const panel = path.find((element) => element.isPanel);
  if (panel) {
    panel.removeAttribute = (name) => happened.push(`closed ${name}`);
    panel.firstElementChild = { focus: () => happened.push('focused') };
  }
  const preventDefault = () => happened.push('handled');
  onEscape(root, { key: 'Escape', composedPath: () => path, preventDefault, ...properties });
  return happened;
}

const panel = () => ({ ...node('details[open]'), isPanel: true });

test('Esc leads to the parent', () => {
  assert.deepEqual(pressEscape(), ['handled', 'parent']);
});

test('Esc on the overview is left to the host page', () => {
  assert.deepEqual(pressEscape({ hasParent: false }), []);
});

test('Esc closes the open panel first, also on the overview', () => {
  const closed = ['handled', 'closed open', 'focused'];
  assert.deepEqual(pressEscape({ path: [node(), panel()] }), closed);
  assert.deepEqual(pressEscape({ path: [node(), panel()], hasParent: false }), closed);
});

test('Esc in the content of the element is left to the host page', () => {
  assert.deepEqual(pressEscape({ path: [node(), { ...node(), localName: 'slot' }] }), []);
});

test('Esc belongs to the text that is being typed, and to the dialog of a host page', () => {
  assert.deepEqual(pressEscape({ path: [node('textarea'), panel()] }), []);
  assert.deepEqual(pressEscape({ path: [node(), node('dialog[open]')] }), []);
  assert.deepEqual(pressEscape({ isComposing: true }), []);
});

test('other keys, and Esc with another key, are left alone', () => {
  assert.deepEqual(pressEscape({ key: 'a' }), []);
  assert.deepEqual(pressEscape({ ctrlKey: true }), []);
  assert.deepEqual(pressEscape({ defaultPrevented: true }), []);
});
