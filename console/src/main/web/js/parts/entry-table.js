import { el, foreign } from '../dom.js';
import { problemName } from '../logic/refusals.js';
import { hashOf } from '../logic/route.js';
import { shortId } from '../logic/short-id.js';
import { sums } from '../logic/traffic.js';
import { code, empty, gate, table, tag, time } from './cells.js';

/** The API tells so many at most. */
const MOST = 50;
const HALF_A_DAY = 12 * 3_600_000;
const FROM = { text: 'from', kind: 'line' };

/**
 * Shows what gates had against requests, and how many of them are not shown.
 * @param {{kind: string, newest: object[], timeline: object[], complete: boolean}} actor
 * @param {Node} [more] the way to the others
 * @returns {HTMLElement[]}
 */
export function entryTable({ kind, newest, timeline, complete }, more) {
  if (newest.length === 0) return [empty('No gate had anything against it in this time.')];
  const own = kind === 'ip';
  const mode = isOneDay(newest) ? 'clock' : 'full';
  const heads = [{ text: 'time', kind: 'line' }, { text: 'gate', kind: 'line' }, { text: 'outcome', kind: 'line' }, { text: 'request', kind: 'part' }, { text: 'reason', kind: 'part' }, ...(own ? [] : [FROM]), { text: 'id', kind: 'line' }];
  const shown = table('What gates had against it', heads, newest.map((entry) => row(entry, { own, mode })), { kind: 'stacked entries' });
  const all = sums(timeline).refused;
  // What was reported may have been refused too: then their number is not known.
  const isKnown = complete && all > MOST && timeline.every((hour) => hour.reported === 0);
  const words = newest.length < MOST ? undefined : isKnown ? `The newest ${MOST} of ${all} that were refused.` : `The newest ${MOST}.`;
  const day = mode === 'clock' && el('span', {}, 'From ', time(newest.at(-1).at), ' on.');
  const silent = newest.some((entry) => !entry.point) && 'A request without a point adds nothing to a finding.';
  return [shown, el('p', { class: 'quiet' }, [words, day, silent, more].filter(Boolean).flatMap((part) => [part, ' ']))];
}

/**
 * Returns why a gate spoke up, in the words that it has.
 * @param {object} entry
 * @returns {Node[]}
 */
export function reasonOf(entry) {
  const parts = [entry.point && code(entry.point), entry.rule && foreign(entry.rule), entry.field && code(entry.field), entry.problem && foreign(problemName(entry.problem))];
  return parts.filter(Boolean).flatMap((part) => [part, ' ']);
}

/** Then each has the day in its title alone. */
function isOneDay(newest) {
  return Date.parse(newest[0].at) - Date.parse(newest.at(-1).at) < HALF_A_DAY;
}

function row(entry, { own, mode }) {
  const request = `${entry.method ?? ''} ${entry.route ?? ''}`.trim();
  const reason = reasonOf(entry);
  return [
    time(entry.at, mode),
    entry.gate ? gate(entry.gate) : '',
    tag(`${entry.outcome}${entry.status ? ` ${entry.status}` : ''}`, entry.outcome === 'refused' ? 'bad' : undefined),
    el('span', { class: 'cut mono', title: request }, foreign(request)),
    el('span', { class: 'cut', title: reason.map((part) => part.textContent ?? part).join('').trim() }, reason),
    ...(own ? [] : [entry.ip ? el('a', { href: hashOf(['actors', 'ip', entry.ip]), class: 'mono' }, foreign(entry.ip)) : '']),
    entry.requestId ? el('a', { href: hashOf(['requests', entry.requestId]), class: 'mono', title: entry.requestId }, foreign(shortId(entry.requestId))) : '',
  ];
}
