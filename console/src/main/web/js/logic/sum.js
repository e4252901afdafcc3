/** The sum behind a finding, as far as the API tells it: counts of points, their weights, and the comparison that decided. */

import { DETECTORS, POINTS, SEVERITIES } from './catalogue.js';

const STEP = 4;

/**
 * A line of the sum.
 * @typedef {{point: string, gate: string, count: number, weight: number | undefined, product: number | undefined}} Line
 */

/**
 * Returns the sum of a finding. Products are upper bounds: repeats of a thing and things of long ago count less.
 * @param {object} threat of `GET /v1/threats/{id}`
 * @returns {{lines: Line[], most: number | undefined, value: number, threshold: number, times: number, base: string, severity: string}}
 */
export function sumOf(threat) {
  const inPoints = threat.measure.name.includes('points');
  const lines = threat.evidence.map(({ point, count }) => {
    const known = POINTS[point];
    const weight = inPoints && known && !known.speaksFor ? known.weight : undefined;
    return { point, gate: known?.gate ?? '', count, weight, product: weight === undefined ? undefined : weight * count };
  });
  const { value, threshold } = threat.measure;
  const times = threshold > 0 ? value / threshold : Number.POSITIVE_INFINITY;
  const base = DETECTORS[threat.detector]?.severity ?? threat.severity;
  return {
    lines,
    most: inPoints ? lines.reduce((sum, line) => sum + (line.product ?? 0), 0) : undefined,
    value,
    threshold,
    times,
    base,
    severity: severityOf(base, times),
  };
}

/**
 * Returns the severity that a measure comes to: one step more at four times the threshold, two at sixteen times.
 * @param {string} base the severity at the threshold
 * @param {number} times the measure in thresholds
 * @returns {string}
 */
export function severityOf(base, times) {
  const steps = times >= STEP * STEP ? 2 : times >= STEP ? 1 : 0;
  const index = base === SEVERITIES[0] ? 0 : SEVERITIES.indexOf(base) + steps;
  return SEVERITIES[Math.min(index, SEVERITIES.length - 1)];
}

/**
 * Returns a number with two digits after the point at most.
 * @param {number} value
 * @returns {string}
 */
export function short(value) {
  return String(Math.round(value * 100) / 100);
}

/**
 * Returns the open finding that an "under attack" banner names: that of the highest severity, the newest of several.
 * @param {object[]} findings
 * @returns {object | undefined}
 */
export function worstOf(findings) {
  const rank = (finding) => SEVERITIES.indexOf(finding.severity);
  return findings
    .filter((finding) => finding.state === 'open' && rank(finding) >= SEVERITIES.indexOf('medium'))
    .sort((a, b) => rank(b) - rank(a) || b.lastSeen.localeCompare(a.lastSeen))[0];
}
