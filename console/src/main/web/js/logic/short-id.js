const WHOLE = 13;
const KEPT = 8;

/**
 * Returns the beginning of an id, enough to know it again among others; short ones stay whole.
 * @param {string} id
 * @returns {string}
 */
export function shortId(id) {
  return id.length > WHOLE ? `${id.slice(0, KEPT)}…` : id;
}
