import assert from 'node:assert/strict';
import { test } from 'node:test';

import { viewLink } from './input.js';

/** A link of the kind that has `attributes`. */
const link = (...attributes) => ({ localName: 'a', hasAttribute: (name) => attributes.includes(name) });

/** A click on what `path` begins with. */
const click = (path, properties = {}) => ({ button: 0, composedPath: () => path, ...properties });

test('a plain click on a link to a view is followed', () => {
  const view = link('href', 'data-view');
  assert.equal(viewLink(click([{ localName: 'span' }, view, { localName: 'div' }])), view);
});

test('other links are left to the browser', () => {
  assert.equal(viewLink(click([link('href')])), null);
  assert.equal(viewLink(click([{ localName: 'p' }])), null);
});

test('clicks that open a tab or a menu, and handled clicks, are left alone', () => {
  const path = [link('href', 'data-view')];
  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey', 'defaultPrevented']) {
    assert.equal(viewLink(click(path, { [key]: true })), null, key);
  }
  assert.equal(viewLink(click(path, { button: 1 })), null);
});
