/** When a block that a person orders is to end, within what the API takes. */

import { dateTime } from './times.js';

const MINUTE = 60_000;
const LONGEST = 90 * 24 * 60 * MINUTE;
const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/**
 * Returns a time as a field for date and time holds it: `2026-11-30T07:15`.
 * @param {number} time milliseconds since 1970
 * @param {'utc' | 'local'} zone
 * @returns {string}
 */
export function fieldOf(time, zone) {
  return dateTime(time, zone).slice(0, 16).replace(' ', 'T');
}

/**
 * Returns what a field for date and time holds as milliseconds since 1970, or undefined if it holds no time.
 * @param {string} text
 * @param {'utc' | 'local'} zone
 * @returns {number | undefined}
 */
export function timeIn(text, zone) {
  if (!FORM.test(text)) return undefined;
  const time = Date.parse(zone === 'utc' ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * Returns the first and the last end that can be chosen, in whole minutes: a minute to 90 days, and room to send it.
 * @param {number} now milliseconds since 1970
 * @returns {{first: number, last: number}}
 */
export function ends(now) {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  return { first: minute + 2 * MINUTE, last: minute + LONGEST - MINUTE };
}

/**
 * Says what is wrong with an end, or nothing if the API takes it.
 * @param {number | undefined} end milliseconds since 1970
 * @param {number} now
 * @returns {string | undefined}
 */
export function refusalOf(end, now) {
  if (end === undefined) return 'Say when it ends: date and time.';
  if (end < now + MINUTE) return 'It has to end a minute from now or later.';
  return end > now + LONGEST ? 'It has to end within 90 days.' : undefined;
}
