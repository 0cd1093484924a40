import assert from 'node:assert/strict';
import { test } from 'node:test';
import { light } from './color.js';
import { alike, contrasts, show } from './judge.js';

/** Machado, Oliveira and Fernandes 2009, as in publisher/src/colors/vision.rs. */
const DEUTERANOPIA = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const RULES = {
  visions: [
    {
      name: 'normal',
      matrix: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    },
    { name: 'deuteranopia', matrix: DEUTERANOPIA },
  ],
  touching: [[0, 1]],
  neighbors: [[0, 1]],
  least: { text: 4.5, phase: 3, distance: 0.09, gray: 1.4 },
};
const [white, black, red, green, lightGray] = [
  'rgb(255, 255, 255)',
  'rgb(0, 0, 0)',
  'rgb(200, 80, 0)',
  'rgb(120, 120, 0)',
  'rgb(200, 200, 200)',
].map(light);

test('text, links and phases are compared with the background', () => {
  const colors = { surface: white, ink: black, link: lightGray, phases: [red, lightGray] };
  const low = contrasts(colors, RULES).filter(({ ratio, least }) => ratio < least);
  assert.deepEqual(
    low.map(({ of, number }) => [of, number]),
    [
      ['links', undefined],
      ['phase', 2],
    ],
  );
});

test('phases that look alike to some readers are named, with the kind of vision', () => {
  const found = alike({ surface: white, ink: black, link: black, phases: [red, green] }, RULES);
  assert.deepEqual(found[0], { one: 1, other: 2, vision: 'deuteranopia' });
});

test('phases that look alike in gray are named', () => {
  const found = alike({ surface: white, ink: black, link: black, phases: [red, red] }, RULES);
  assert.deepEqual(found.at(-1), { one: 1, other: 2 });
});

test('phases that are apart may look alike', () => {
  const rules = { ...RULES, touching: [], neighbors: [] };
  assert.deepEqual(alike({ surface: white, ink: black, link: black, phases: [red, red] }, rules), []);
});

test('a contrast below the least one never seems to be as expected', () => {
  assert.equal(show(4.499, 'nl'), '4,4');
  assert.equal(show(4.5, 'en'), '4.5');
  assert.equal(show(21, 'nl'), '21,0');
});
