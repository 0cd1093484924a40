// The distance between two words: the number of slips that make one of the other.

/**
 * The number of slips that a word may have. Short words are too near to each other.
 *
 * @param {string} word
 */
export const allowedSlips = ({ length }) => (length < 5 ? 0 : length < 8 ? 1 : 2);

/**
 * The distance of two words (insert, drop or change a letter, or swap two neighbors), or infinity beyond a limit.
 * Optimal string alignment: Boytsov, "Indexing methods for approximate dictionary searching", 2011.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 */
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return Infinity;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index++) {
    const next = [index + 1];
    for (let place = 0; place < other.length; place++) {
      const isSwap = index && place && one[index] === other[place - 1] && one[index - 1] === other[place];
      next.push(
        Math.min(
          row[place] + Number(one[index] !== other[place]),
          row[place + 1] + 1,
          next[place] + 1,
          isSwap ? before[place - 1] + 1 : Infinity,
        ),
      );
    }
    // No later row has less.
    if (Math.min(...next) > limit) return Infinity;
    [before, row] = [row, next];
  }
  const apart = row[other.length];
  return apart > limit ? Infinity : apart;
}
