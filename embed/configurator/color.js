// How colors are seen: contrasts, and distances for every kind of color vision. The kinds of vision and the least
// contrasts stand in the page, as the publisher judges colors by the same numbers.

/** @typedef {[red: number, green: number, blue: number]} Light linear light, from 0 to 1 */

/**
 * The light of a color that the browser computed, written as `color(srgb …)` or `rgb(…)`; undefined for any other text.
 *
 * @param {string} color
 * @returns {Light | undefined}
 */
export function light(color) {
  const [, kind, numbers] = /^(color\(srgb |rgba?\()([^/)]+)/.exec(color) ?? [];
  if (!kind) return undefined;
  const scale = kind.startsWith('rgb') ? 255 : 1;
  const channels = numbers
    .trim()
    .split(/[\s,]+/, 3)
    .map((text) => Math.min(1, Math.max(0, Number(text) / scale)));
  // The transfer function of sRGB (IEC 61966-2-1).
  return /** @type {Light} */ (
    channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  );
}

/**
 * Light in hexadecimal, as in `#154273`.
 *
 * @param {Light} of
 */
export const hex = (of) =>
  `#${of
    .map((value) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055))
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The sum of two lists of three numbers, multiplied one by one. */
const dot = (/** @type {number[]} */ one, /** @type {number[]} */ other) =>
  one[0] * other[0] + one[1] * other[1] + one[2] * other[2];

/**
 * Relative luminance (WCAG 2.2).
 *
 * @param {Light} of
 */
const luminance = (of) => dot(of, [0.2126, 0.7152, 0.0722]);

/**
 * The contrast of two colors, from 1 to 21 (WCAG 2.2).
 *
 * @param {Light} one
 * @param {Light} other
 */
export function contrast(one, other) {
  const [least, most] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (most + 0.05) / (least + 0.05);
}

/**
 * A color in OKLab, where distances are differences for the eye (https://bottosson.github.io/posts/oklab/).
 *
 * @param {number[]} of
 */
function oklab(of) {
  const cones = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ].map((row) => Math.cbrt(dot(row, of)));
  return [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ].map((row) => dot(row, cones));
}

/**
 * The distance of two colors for a kind of vision.
 *
 * @param {number[][]} matrix the light that is perceived, by row
 * @param {Light} one
 * @param {Light} other
 */
export function distance(matrix, one, other) {
  const perceived = (/** @type {Light} */ of) => oklab(matrix.map((row) => Math.min(1, Math.max(0, dot(row, of)))));
  const [a, b] = [perceived(one), perceived(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
