/** The time at the API: the clock of this machine may be wrong, and that of a local run may have been moved. */

/** Answers have whole seconds, and take a moment to arrive. */
const TOLERANCE = 5_000;

let ahead = 0;

/**
 * Returns what time it is there.
 * @returns {number} milliseconds since 1970
 */
export function now() {
  return Date.now() + ahead;
}

/**
 * Learns from the `Date` of an answer.
 * @param {string | null} date
 */
export function learn(date) {
  const difference = Date.parse(date ?? '') - Date.now();
  if (!Number.isNaN(difference)) ahead = Math.abs(difference) > TOLERANCE ? difference : 0;
}
