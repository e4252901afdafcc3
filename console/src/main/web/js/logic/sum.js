/** The sum behind a finding: what each point adds, and the comparison that decided. */

import { DETECTORS, POINTS, SEVERITIES } from './catalogue.js';

const STEP = 4;
const HUNDREDTH = 0.01;

/**
 * A line of the sum: `points = weight × (different + repeatWeight × repeats)`, or less where the detector limits it.
 * @typedef {{point: string, gate: string, count: number, weight?: number, different?: number, repeats?: number, repeatWeight?: number, points?: number, limited: boolean}} Line
 */

/**
 * Returns the sum of a finding.
 * @param {object} threat of `GET /v1/threats/{id}`
 * @returns {{lines: Line[], points: number | undefined, rest: number, value: number, threshold: number, times: number, base: string, severity: string}} `points` is that of all lines, `rest` what else was in the measure
 */
export function sumOf(threat) {
  const lines = threat.evidence.map(({ examples, ...line }) => ({ ...line, gate: POINTS[line.point]?.gate ?? '', limited: isLimited(line) }));
  const { value, threshold } = threat.measure;
  const times = threshold > 0 ? value / threshold : Number.POSITIVE_INFINITY;
  const base = DETECTORS[threat.detector]?.severity ?? threat.severity;
  const points = lines.some((line) => line.points !== undefined) ? lines.reduce((sum, line) => sum + (line.points ?? 0), 0) : undefined;
  const rest = value - (points ?? value);
  return { lines, points, rest: Math.abs(rest) < HUNDREDTH ? 0 : rest, value, threshold, times, base, severity: severityOf(base, times) };
}

function isLimited({ weight, different, repeats, repeatWeight, points }) {
  return points !== undefined && weight * (different + repeatWeight * repeats) - points > HUNDREDTH;
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
