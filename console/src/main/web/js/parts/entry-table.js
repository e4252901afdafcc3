import { el, foreign } from '../dom.js';
import { hashOf } from '../logic/route.js';
import { code, empty, gate, table, tag, time } from './cells.js';

const HEADS = ['time', 'gate', 'outcome', 'request', 'reason', 'from', 'id'];

/**
 * Shows what gates had against requests.
 * @param {object[]} entries newest first
 * @returns {HTMLElement}
 */
export function entryTable(entries) {
  if (entries.length === 0) return empty('No gate had anything against it in this time.');
  return table('What gates had against it', HEADS, entries.map(row));
}

/**
 * Returns why a gate spoke up, in the words that it has.
 * @param {object} entry
 * @returns {Node[]}
 */
export function reasonOf(entry) {
  const parts = [entry.point && code(entry.point), entry.rule && foreign(entry.rule), entry.field && code(entry.field), entry.problem && foreign(entry.problem)];
  return parts.filter(Boolean).flatMap((part) => [part, ' ']);
}

function row(entry) {
  return [
    time(entry.at),
    entry.gate ? gate(entry.gate) : '',
    tag(`${entry.outcome}${entry.status ? ` ${entry.status}` : ''}`, entry.outcome === 'refused' ? 'bad' : undefined),
    el('span', { class: 'mono' }, entry.method ?? '', ' ', foreign(entry.route ?? '')),
    reasonOf(entry),
    entry.ip ? el('a', { href: hashOf(['actors', 'ip', entry.ip]), class: 'mono address' }, foreign(entry.ip)) : '',
    entry.requestId ? el('a', { href: hashOf(['requests', entry.requestId]), class: 'mono cut id', title: entry.requestId }, foreign(entry.requestId)) : '',
  ];
}
