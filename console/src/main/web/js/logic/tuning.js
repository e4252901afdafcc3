/** Other settings than those of today: which thresholds to ask for, and what the answers mean. */

import { DETECTORS } from './catalogue.js';
import { SPANS, rfc3339 } from './times.js';
import { counted } from './words.js';

/** Spans over which settings can be tried, by their names in `SPANS`. */
export const TRIED_SPANS = ['1h', '6h', '24h'];

/** The API takes thresholds from 1 to 100. */
const LEAST = 1;
const MOST = 100;

/** How many stops a slider has. */
export const STOPS = 100;

/**
 * A threshold of the API: `today`, `min`, `max` and `step` of one detector.
 * @typedef {{detector: string, measure: string, today: number, min: number, max: number, step: number, others: {measure: string, today: number}[]}} Threshold
 */

/**
 * Reads what is tried from the query of an address: `span=6h&BURST_PROBE=8`.
 * @param {URLSearchParams} query
 * @returns {{span: string, given: Record<string, number>}}
 */
export function trialOf(query) {
  const span = TRIED_SPANS.includes(query.get('span')) ? query.get('span') : TRIED_SPANS[0];
  const given = {};
  for (const detector of Object.keys(DETECTORS)) {
    const value = Number(query.get(detector) ?? '');
    if (value >= LEAST && value <= MOST) given[detector] = value;
  }
  return { span, given };
}

/**
 * Writes what is tried as the query of an address.
 * @param {{span: string, given: Record<string, number>}} trial
 * @returns {URLSearchParams}
 */
export function queryOfTrial({ span, given }) {
  const query = new URLSearchParams(span === TRIED_SPANS[0] ? {} : { span });
  for (const [detector, value] of Object.entries(given)) query.set(detector, String(value));
  return query;
}

/**
 * Returns what is asked of the API: up to its own now, which may be another than the reader's.
 * @param {{span: string, given: Record<string, number>}} trial
 * @param {number} now milliseconds since 1970
 * @returns {{from: string, thresholds: Record<string, number>}}
 */
export function bodyOf({ span, given }, now) {
  return { from: rfc3339(now - SPANS[span]), thresholds: given };
}

/**
 * Returns the thresholds that differ from today's.
 * @param {Threshold[]} thresholds
 * @param {Record<string, number>} values by detector
 * @returns {Record<string, number>}
 */
export function changed(thresholds, values) {
  const found = {};
  for (const { detector, today } of thresholds) {
    if (values[detector] !== undefined && values[detector] !== today) found[detector] = values[detector];
  }
  return found;
}

/**
 * Returns where on a slider a value is, 0 to `STOPS`: equal distances are equal ratios, so that twice and half are equally far.
 * @param {Threshold} threshold
 * @param {number} value
 * @returns {number}
 */
export function stopOf({ min, max }, value) {
  const within = Math.min(max, Math.max(min, value));
  return Math.round((STOPS * Math.log(within / min)) / Math.log(max / min));
}

/**
 * Returns the value of a stop of a slider, as fine as the API says; today's where it is nearest.
 * @param {Threshold} threshold
 * @param {number} stop
 * @returns {number}
 */
export function valueAt(threshold, stop) {
  const { min, max, step, today } = threshold;
  if (stop === stopOf(threshold, today)) return today;
  return rounded(min * (max / min) ** (stop / STOPS), step);
}

/**
 * Says what a comparison came to.
 * @param {{newlyFoundCount: number, lostCount: number, kept: number, signals: number}} comparison
 * @param {boolean} tried whether any threshold differs
 * @returns {string}
 */
export function summaryOf({ newlyFoundCount, lostCount, kept, signals }, tried) {
  const today = kept + lostCount;
  const over = `over ${counted(signals, 'recorded signal')}`;
  if (!tried) return `Today's thresholds give ${counted(today, 'finding')} ${over}. Move a slider to try others.`;
  if (newlyFoundCount + lostCount === 0) return `Nothing would change: ${today === 0 ? 'nothing is found either way' : `the same ${counted(today, 'finding')}`} ${over}.`;
  return `${newlyFoundCount} newly found, ${lostCount} lost, ${kept} kept, ${over}.`;
}

/**
 * Says what to do with a rule that counts, with a tone.
 * @param {{suggestion: string, paths: {knownGood: number}[]}} rule
 * @returns {{text: string, tone: 'good' | 'warn' | 'bad'}}
 */
export function verdictOf(rule) {
  if (rule.suggestion === 'too-few-known-good') return { text: 'too few known good clients to tell', tone: 'warn' };
  if (rule.suggestion === 'keep-counting') {
    const good = rule.paths.some((path) => path.knownGood > 0);
    return { text: good ? 'would hurt known good clients' : 'would hurt whoever signs in', tone: 'bad' };
  }
  if (rule.suggestion === 'block-elsewhere') {
    const spared = rule.paths.filter((path) => path.knownGood > 0).length;
    return { text: spared > 0 ? `no known good client hit outside ${counted(spared, 'path')}` : 'nobody known good hit but at sign-in', tone: 'warn' };
  }
  return { text: 'no known good client hit', tone: 'good' };
}

/**
 * Returns rules that count, those with the most requests first, each with its paths in that order.
 * @param {{rules: object[]}} counts
 * @returns {object[]}
 */
export function orderedRules({ rules }) {
  const most = (a, b) => b.requests - a.requests || b.alsoBlocked - a.alsoBlocked;
  return [...rules].sort(most).map((rule) => ({ ...rule, paths: [...rule.paths].sort(most) }));
}

/**
 * Returns all that is shown as rows of one table.
 * @param {{rules: object[]} | undefined} counts
 * @param {{newlyFound: object[], lost: object[]} | undefined} comparison
 * @returns {Record<string, unknown>[]}
 */
export function rowsOf(counts, comparison) {
  const rules = counts ? orderedRules(counts) : [];
  const paths = rules.flatMap(({ group, rule, suggestion, paths: each }) => each.map((path) => ({ part: 'firewall', group, rule, suggestion, ...path })));
  const found = (part) => (comparison?.[part] ?? []).map((finding) => ({ part, ...finding }));
  return [...paths, ...found('newlyFound'), ...found('lost')];
}

/** Returns a value rounded to the step. */
function rounded(value, step) {
  const parts = Math.round(1 / step);
  return Math.round(value * parts) / parts;
}
