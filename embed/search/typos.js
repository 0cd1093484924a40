// The distance between two words: the number of slips that make one of the other.

/**
 * The number of slips that a word may have. Short words are too near to each other.
 *
 * @param {string} word
 */
export const allowedSlips = ({ length }) => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** Rows of the table of distances, which are used again for each pair of words. @type {number[][]} */
const rows = [[], [], []];

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
  let [before, row, next] = rows;
  for (let place = 0; place <= limit; place++) row[place] = place;
  for (let index = 0; index < one.length; index++) {
    // Cells further from the diagonal than the limit are beyond it.
    const first = Math.max(0, index - limit);
    const end = Math.min(other.length, index + limit + 1);
    next[first] = first ? Infinity : index + 1;
    let least = next[first];
    for (let place = first; place < end; place++) {
      const isSame = one[index] === other[place];
      const isBeyond = place === index + limit; // the cell above was not computed
      let apart = Math.min(row[place] + (isSame ? 0 : 1), next[place] + 1, isBeyond ? Infinity : row[place + 1] + 1);
      if (index && place && one[index] === other[place - 1] && one[index - 1] === other[place])
        apart = Math.min(apart, before[place - 1] + 1);
      next[place + 1] = apart;
      if (apart < least) least = apart;
    }
    // No later row has less.
    if (least > limit) return Infinity;
    [before, row, next] = [row, next, before];
  }
  const apart = row[other.length];
  return apart > limit ? Infinity : apart;
}
