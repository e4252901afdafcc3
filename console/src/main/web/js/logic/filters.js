/** The filter of the list of findings: as an address, as a question to the API, and as a test of one finding. */

import { DETECTORS, SEVERITIES, byWorst, isInformation } from './catalogue.js';
import { SPANS } from './times.js';

/** What findings can be filtered by, each with the values that a finding has. */
const FACETS = {
  state: (finding) => [finding.state],
  severity: (finding) => [finding.severity],
  detector: (finding) => [finding.detector],
  scope: (finding) => [finding.scope],
  subject: (finding) => [finding.subject],
  owasp: (finding) => DETECTORS[finding.detector]?.owasp ?? [],
  attack: (finding) => DETECTORS[finding.detector]?.attack ?? [],
};

/** Names of the facets. */
export const FACET_NAMES = Object.keys(FACETS);

/** Facets of which all values are offered, found or not, in this order. */
const ALL_VALUES = { state: ['open', 'resolved'], severity: [...SEVERITIES].reverse() };

const newest = (member) => (a, b) => (a[member] < b[member] ? 1 : a[member] > b[member] ? -1 : 0);

/** Orders of the list, by their names in the address. */
const ORDERS = {
  found: newest('openedAt'),
  severity: byWorst,
  seen: newest('lastSeen'),
};

const ASKED_OF_THE_API = ['state', 'severity', 'detector', 'scope'];

/**
 * A filter.
 * @typedef {object} Filter
 * @property {Record<string, string[]>} only values of which a finding has to have one, by facet
 * @property {Record<string, string[]>} without values that it may not have, by facet
 * @property {string} since a name of `SPANS`, or empty for all times
 * @property {boolean} noise whether findings for information are shown
 * @property {string} find a part of the subject, or empty
 * @property {string} order a name of `ORDERS`
 */

/**
 * Reads a filter from the query of an address: `severity=high`, `-detector=BURST_PROBE`, `since=24h`, `noise=1`.
 * @param {URLSearchParams} query
 * @returns {Filter}
 */
export function filterOf(query) {
  const filter = { only: {}, without: {}, since: '', noise: query.get('noise') === '1', find: query.get('find') ?? '', order: 'found' };
  for (const facet of FACET_NAMES) {
    const only = query.getAll(facet).filter(Boolean);
    const without = query.getAll(`-${facet}`).filter(Boolean);
    if (only.length > 0) filter.only[facet] = [...new Set(only)];
    if (without.length > 0) filter.without[facet] = [...new Set(without)];
  }
  const since = query.get('since') ?? '';
  if (Object.hasOwn(SPANS, since)) filter.since = since;
  const order = query.get('order') ?? '';
  if (Object.hasOwn(ORDERS, order)) filter.order = order;
  return filter;
}

/**
 * Writes a filter as the query of an address.
 * @param {Filter} filter
 * @returns {URLSearchParams}
 */
export function queryOf(filter) {
  const query = new URLSearchParams();
  for (const facet of FACET_NAMES) {
    for (const value of filter.only[facet] ?? []) query.append(facet, value);
    for (const value of filter.without[facet] ?? []) query.append(`-${facet}`, value);
  }
  if (filter.since) query.set('since', filter.since);
  if (filter.noise) query.set('noise', '1');
  if (filter.find) query.set('find', filter.find);
  if (filter.order !== 'found') query.set('order', filter.order);
  return query;
}

/**
 * Returns what of a filter the API can answer; the rest is left to {@link matches}.
 * @param {Filter} filter
 * @returns {URLSearchParams}
 */
export function askedOfApi(filter) {
  const query = new URLSearchParams();
  for (const facet of ASKED_OF_THE_API) {
    const values = filter.only[facet] ?? [];
    if (values.length === 1) query.set(facet, values[0]);
  }
  const subjects = filter.only.subject ?? [];
  if (subjects.length === 1 && query.has('scope')) query.set('subject', subjects[0]);
  return query;
}

/**
 * Returns whether a finding passes a filter.
 * @param {Filter} filter
 * @param {Record<string, string>} finding
 * @param {number} now milliseconds since 1970
 * @returns {boolean}
 */
export function matches(filter, finding, now) {
  if (!filter.noise && isInformation(finding) && !filter.only.detector?.includes(finding.detector)) return false;
  if (filter.since && new Date(finding.lastSeen).getTime() < now - SPANS[filter.since]) return false;
  if (filter.find && !finding.subject.toLowerCase().includes(filter.find.toLowerCase())) return false;
  return FACET_NAMES.every((facet) => {
    const values = FACETS[facet](finding);
    const only = filter.only[facet];
    if (only && !values.some((value) => only.includes(value))) return false;
    return !filter.without[facet]?.some((value) => values.includes(value));
  });
}

/**
 * Returns the filter with a value wanted, excluded, or let go if it was so already.
 * @param {Filter} filter
 * @param {'only' | 'without'} side
 * @param {string} facet
 * @param {string} value
 * @returns {Filter}
 */
export function toggled(filter, side, facet, value) {
  const other = side === 'only' ? 'without' : 'only';
  const present = filter[side][facet] ?? [];
  const next = present.includes(value) ? present.filter((each) => each !== value) : [...present, value];
  return {
    ...filter,
    [side]: withValues(filter[side], facet, next),
    [other]: withValues(filter[other], facet, (filter[other][facet] ?? []).filter((each) => each !== value)),
  };
}

/**
 * Returns findings in the order of a filter.
 * @param {Filter} filter
 * @param {Record<string, string>[]} findings
 * @returns {Record<string, string>[]}
 */
export function ordered(filter, findings) {
  return findings.toSorted(ORDERS[filter.order]);
}

/**
 * Returns the values of each facet among the findings that pass the filters of all others, so that another value of the same facet can be
 * added; most frequent first, severities and states in their own order.
 * @param {Filter} filter
 * @param {Record<string, string>[]} findings all that were read
 * @param {number} now milliseconds since 1970
 * @returns {Record<string, {value: string, count: number}[]>} a count of 0 may only say that the API was not asked for the value
 */
export function facetsOf(filter, findings, now) {
  const found = {};
  for (const facet of FACET_NAMES) {
    const others = { ...filter, only: withValues(filter.only, facet, []), without: withValues(filter.without, facet, []) };
    const counts = new Map((ALL_VALUES[facet] ?? []).map((value) => [value, 0]));
    for (const finding of findings) {
      if (!matches(others, finding, now)) continue;
      for (const value of FACETS[facet](finding)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].map(([value, count]) => ({ value, count }));
    found[facet] = ALL_VALUES[facet] ? values : values.sort((a, b) => b.count - a.count);
  }
  return found;
}

function withValues(side, facet, values) {
  const rest = { ...side };
  delete rest[facet];
  return values.length > 0 ? { ...rest, [facet]: values } : rest;
}
