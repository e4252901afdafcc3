/** Which requests the first page shows: as an address, and as a test of one request. */

const REFUSED = ['refused', 'failed'];

/**
 * @typedef {object} NowFilter
 * @property {boolean} refused whether only what was refused is listed
 * @property {boolean} own whether requests of one's own are among them
 */

/**
 * Reads a filter from the query of an address: `refused=1`, `own=1`.
 * @param {URLSearchParams} query
 * @returns {NowFilter}
 */
export function nowFilterOf(query) {
  return { refused: query.get('refused') === '1', own: query.get('own') === '1' };
}

/**
 * Writes a filter as the query of an address.
 * @param {NowFilter} filter
 * @returns {URLSearchParams}
 */
export function nowQueryOf(filter) {
  return new URLSearchParams(Object.keys(filter).filter((name) => filter[name]).map((name) => [name, '1']));
}

/**
 * Returns what of a filter `GET /v1/traffic` answers.
 * @param {NowFilter} filter
 * @returns {URLSearchParams}
 */
export function askedOfTraffic(filter) {
  return new URLSearchParams(filter.own ? {} : { own: 'false' });
}

/**
 * Returns whether a request passes the rest of a filter.
 * @param {NowFilter} filter
 * @param {{outcome: string}} request
 * @returns {boolean}
 */
export function isListed(filter, request) {
  return !filter.refused || REFUSED.includes(request.outcome);
}
