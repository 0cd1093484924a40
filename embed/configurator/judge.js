// Judges the colors of the preview: can everyone see text, links and phases, and tell the phases apart?

import { contrast, distance } from './color.js';

/** @typedef {import('./color.js').Light} Light */

/**
 * The colors of the widget in one scheme.
 *
 * @typedef {object} Colors
 * @property {Light} surface
 * @property {Light} ink
 * @property {Light} link
 * @property {Light[]} phases
 */

/**
 * How colors are judged; the page holds it as JSON.
 *
 * @typedef {object} Rules
 * @property {{ name: string, matrix: number[][] }[]} visions
 * @property {[number, number][]} touching pairs of phases that touch
 * @property {[number, number][]} neighbors pairs of phases that follow each other
 * @property {{ text: number, phase: number, distance: number, gray: number }} least
 */

/**
 * The contrast of something with the surface: what it is, the contrast and the least one. Phases count from 1.
 *
 * @typedef {{ of: 'text' | 'links' | 'phase', number?: number, ratio: number, least: number }} Contrast
 */

/**
 * Contrasts with the surface.
 *
 * @param {Colors} colors
 * @param {Rules} rules
 * @returns {Contrast[]}
 */
export const contrasts = ({ surface, ink, link, phases }, { least }) => [
  { of: 'text', ratio: contrast(surface, ink), least: least.text },
  { of: 'links', ratio: contrast(surface, link), least: least.text },
  ...phases.map(
    (phase, index) =>
      /** @type {Contrast} */ ({ of: 'phase', number: index + 1, ratio: contrast(surface, phase), least: least.phase }),
  ),
];

/**
 * Pairs of phases that look alike, with the kind of vision for which they do most; without one in grayscale.
 *
 * @param {Colors} colors
 * @param {Rules} rules
 * @returns {{ one: number, other: number, vision?: string }[]}
 */
export function alike({ phases }, { visions, touching, neighbors, least }) {
  const seen = touching.flatMap(([one, other]) => {
    const [[closest, vision]] = visions
      .map(({ name, matrix }) => /** @type {const} */ ([distance(matrix, phases[one], phases[other]), name]))
      .sort(([a], [b]) => a - b);
    return closest < least.distance ? [{ one: one + 1, other: other + 1, vision }] : [];
  });
  const inGray = neighbors
    .filter(([one, other]) => contrast(phases[one], phases[other]) < least.gray)
    .map(([one, other]) => ({ one: one + 1, other: other + 1 }));
  return [...seen, ...inGray];
}

/**
 * A contrast for people, rounded down so that none seems to be as expected.
 *
 * @param {number} ratio
 * @param {string} lang
 */
export const show = (ratio, lang) =>
  (Math.floor(ratio * 10) / 10).toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
