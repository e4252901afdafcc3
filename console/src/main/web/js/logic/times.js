/** Times as people read them, in UTC or in the zone of the reader. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Returns a time as `2026-11-30 07:15:02`.
 * @param {string | number} time RFC 3339, or milliseconds since 1970
 * @param {'utc' | 'local'} zone
 * @returns {string}
 */
export function dateTime(time, zone) {
  const shown = shifted(time, zone);
  return shown === undefined ? String(time) : shown.toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * Returns a time as a part of the name of a file: `20261130T071502Z`.
 * @param {number} time milliseconds since 1970
 * @returns {string}
 */
export function fileStamp(time) {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/**
 * Returns the time of the day as `07:15:02`.
 * @param {string | number} time
 * @param {'utc' | 'local'} zone
 * @returns {string}
 */
export function clock(time, zone) {
  return dateTime(time, zone).slice(11);
}

/**
 * Returns how long ago a time is, in its largest unit: `now`, `12 s`, `3 min`, `5 h`, `2 d`.
 * @param {string | number} time
 * @param {number} now milliseconds since 1970
 * @returns {string}
 */
export function ago(time, now) {
  const passed = now - new Date(time).getTime();
  return Number.isNaN(passed) ? '' : passed < SECOND ? 'now' : span(passed);
}

/**
 * Returns a span of milliseconds in its largest unit.
 * @param {number} milliseconds
 * @returns {string}
 */
export function span(milliseconds) {
  if (milliseconds < MINUTE) return `${Math.floor(milliseconds / SECOND)} s`;
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) return `${Math.floor(milliseconds / HOUR)} h`;
  return `${Math.floor(milliseconds / DAY)} d`;
}

/**
 * Returns what is left until a time, as `0:14:59` or `2 d 04:00:00`; `over` once it has come.
 * @param {string | number} time
 * @param {number} now milliseconds since 1970
 * @returns {string}
 */
export function countdown(time, now) {
  const left = new Date(time).getTime() - now;
  if (!(left > 0)) return 'over';
  const two = (n) => String(n).padStart(2, '0');
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const rest = `${two(Math.floor((left % HOUR) / MINUTE))}:${two(Math.floor((left % MINUTE) / SECOND))}`;
  if (days > 0) return `${days} d ${two(hours)}:${rest}`;
  return `${hours}:${rest}`;
}

/**
 * Returns milliseconds since 1970 as the API wants a time: RFC 3339 in UTC, with milliseconds.
 * @param {number} time
 * @returns {string}
 */
export function rfc3339(time) {
  return new Date(time).toISOString();
}

/** Spans that a person can choose, in milliseconds. */
export const SPANS = { '15m': 15 * MINUTE, '1h': HOUR, '6h': 6 * HOUR, '24h': DAY, '7d': 7 * DAY };

function shifted(time, zone) {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return undefined;
  return zone === 'utc' ? at : new Date(at.getTime() - at.getTimezoneOffset() * MINUTE);
}
