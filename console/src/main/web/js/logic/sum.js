/** The sum behind a finding: what each point adds, and the comparison that decided. */

import { DETECTORS, POINTS, SEVERITIES } from './catalogue.js';

const STEP = 4;
const HUNDREDTH = 0.01;
/** How the counts of a measure forget, by what its name says. */
const FORGETS = [
  ['within minutes', 'what came four minutes ago counts half, eight minutes ago a quarter'],
  ['within hours', 'what came six hours ago counts half, twelve hours ago a quarter'],
];

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

/**
 * Says how a line adds up, so that a reader can redo it: with two digits after the point, with three where two do not
 * give the points, and marked where three do not either.
 * @param {Line} line
 * @returns {{formula: string, points: string, rounded: boolean}}
 */
export function writtenOut(line) {
  const points = short(line.points);
  for (const digits of [2, 3]) {
    const [different, repeats] = [short(line.different, digits), short(line.repeats, digits)];
    const formula = `${short(line.weight, digits)} × (${different} + ${short(line.repeatWeight, digits)} × ${repeats})`;
    const again = line.weight * (Number(different) + line.repeatWeight * Number(repeats));
    const rounded = !line.limited && short(again) !== points;
    if (!rounded || digits === 3) return { formula, points, rounded };
  }
}

/**
 * Says how signals come to the number that is counted, for a measure that is no sum of points.
 * @param {{signalCount: number, measure: {name: string, value: number}}} threat
 * @returns {string}
 */
export function countedWords({ signalCount, measure }) {
  const forgets = forgetsOf(measure, 'what is old counts less or not at all');
  const things = measure.name.startsWith('failed sign-ins')
    ? 'Each signal counts as one while it is new'
    : 'It is not signals that are counted: several that are after one thing are one, and how many things there were is estimated, so it need not be whole';
  return `${things}; ${forgets}. So ${signalCount} ${signalCount === 1 ? 'signal comes' : 'signals come'} to ${short(measure.value)}.`;
}

/**
 * Says why the counts of a sum of points are not whole.
 * @param {{measure: {name: string}}} threat
 * @returns {string}
 */
export function differentWords({ measure }) {
  const forgets = forgetsOf(measure, 'what is old counts less');
  return `"Different" is how many things the signals were after, "repeats" how many more there were; ${forgets}, and the number of things is estimated, so neither is whole: 1.01 is one thing. No more than twenty repeats of each thing count.`;
}

function forgetsOf({ name }, otherwise) {
  return FORGETS.find(([within]) => name.includes(within))?.[1] ?? otherwise;
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
 * Returns a number with a few digits after the point at most.
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function short(value, digits = 2) {
  const scale = 10 ** digits;
  return String(Math.round(value * scale) / scale);
}
