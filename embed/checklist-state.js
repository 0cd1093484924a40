// The state of the checklist as the fragment of an address, as in `#a1f3f8`.
//
// It is a version letter, a hexadecimal number with one bit for each tip, and two check digits. Bit 0 is the tip that
// got its address first (`Permalinks::tip_numbers` in the publisher). Bits are added and never change their meaning: the
// bit of a tip that is gone is kept. Hexadecimal digits survive mail programs, which leave out `-` and `_` at the end of
// an address; the check digits tell an address that was cut off or mistyped. No ticks are no fragment.

const VERSION = 'a';

/** The number of digits up to which a fragment is read: some 40,000 tips. */
const LONGEST = 9999;

/** A prime, so that any single wrong digit shows. */
const CHECK = 251n;

/**
 * The fragment of a state, without `#`.
 *
 * @param {bigint} state
 */
export function encode(state) {
  return state ? VERSION + state.toString(16) + (state % CHECK).toString(16).padStart(2, '0') : '';
}

/**
 * The state that a fragment holds; `undefined` if it is damaged or of another version.
 *
 * @param {string} fragment without `#`
 */
export function decode(fragment) {
  const digits = fragment.length < LONGEST ? /^a([\da-f]+)..$/.exec(fragment)?.[1] : undefined;
  const state = BigInt(digits ? `0x${digits}` : 0);
  return encode(state) === fragment ? state : undefined;
}

/**
 * A state with or without one tip.
 *
 * @param {bigint} state
 * @param {bigint} bit
 * @param {boolean} isDone
 */
export function tick(state, bit, isDone) {
  const mask = 1n << bit;
  return isDone ? state | mask : state & ~mask;
}

/**
 * Whether a tip is done.
 *
 * @param {bigint} state
 * @param {bigint} bit
 */
export function isTicked(state, bit) {
  return ((state >> bit) & 1n) === 1n;
}
