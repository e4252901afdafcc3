/** The filter of the list of findings: as an address, as a question to the API, and as a test of one finding. */

import { DETECTORS, isInformation } from './catalogue.js';
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

const ASKED_OF_THE_API = ['state', 'severity', 'detector', 'scope'];

/**
 * A filter.
 * @typedef {object} Filter
 * @property {Record<string, string[]>} only values of which a finding has to have one, by facet
 * @property {Record<string, string[]>} without values that it may not have, by facet
 * @property {string} since a name of `SPANS`, or empty for all times
 * @property {boolean} noise whether findings for information are shown
 */

/**
 * Reads a filter from the query of an address: `severity=high`, `-detector=BURST_PROBE`, `since=24h`, `noise=1`.
 * @param {URLSearchParams} query
 * @returns {Filter}
 */
export function filterOf(query) {
  const filter = { only: {}, without: {}, since: '', noise: query.get('noise') === '1' };
  for (const facet of FACET_NAMES) {
    const only = query.getAll(facet).filter(Boolean);
    const without = query.getAll(`-${facet}`).filter(Boolean);
    if (only.length > 0) filter.only[facet] = [...new Set(only)];
    if (without.length > 0) filter.without[facet] = [...new Set(without)];
  }
  const since = query.get('since') ?? '';
  if (Object.hasOwn(SPANS, since)) filter.since = since;
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
 * Counts the values of each facet, most frequent first.
 * @param {Record<string, string>[]} findings
 * @returns {Record<string, {value: string, count: number}[]>}
 */
export function counted(findings) {
  const found = {};
  for (const facet of FACET_NAMES) {
    const counts = new Map();
    for (const finding of findings) {
      for (const value of FACETS[facet](finding)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    found[facet] = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  }
  return found;
}

function withValues(side, facet, values) {
  const rest = { ...side };
  delete rest[facet];
  return values.length > 0 ? { ...rest, [facet]: values } : rest;
}
