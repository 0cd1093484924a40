import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, distance, hex, light } from './color.js';

const IDENTITY = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

test('a color is read as browsers write it', () => {
  assert.deepEqual(light('color(srgb 1 0 0)'), [1, 0, 0]);
  assert.deepEqual(light('rgb(0, 255, 0)'), [0, 1, 0]);
  assert.deepEqual(light('rgba(0, 0, 255, 0.5)'), [0, 0, 1]);
  assert.deepEqual(light('color(srgb 1.2 -0.1 0 / 0.5)'), [1, 0, 0]);
  assert.equal(light('oklch(0.5 0.1 20)'), undefined);
  assert.equal(light(''), undefined);
});

test('a color has the same hexadecimal digits afterwards', () => {
  for (const [digits, text] of [
    ['#154273', 'rgb(21, 66, 115)'],
    ['#fbfaf7', 'rgb(251, 250, 247)'],
    ['#000000', 'rgb(0, 0, 0)'],
    ['#0a0b0c', 'rgb(10, 11, 12)'],
  ]) {
    assert.equal(hex(light(text)), digits);
  }
});

test('the contrast of two colors is that of WCAG', () => {
  const [black, white, gray] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(118, 118, 118)'].map(light);
  assert.ok(Math.abs(contrast(black, white) - 21) < 1e-9);
  assert.equal(contrast(white, black), contrast(black, white));
  // The lightest gray that is readable on white.
  assert.ok(contrast(gray, white) >= 4.5 && contrast(gray, white) < 4.6);
});

test('colors are as far apart as the eye sees them', () => {
  const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'].map(light);
  assert.ok(Math.abs(distance(IDENTITY, black, white) - 1) < 1e-4);
  assert.equal(distance(IDENTITY, white, white), 0);
});
