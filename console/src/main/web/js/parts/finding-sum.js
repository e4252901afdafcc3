import { el, foreign } from '../dom.js';
import { DETECTORS } from '../logic/catalogue.js';
import { countedWords, differentWords, short, sumOf, writtenOut } from '../logic/sum.js';
import { card, code, gate, severity, table, time } from './cells.js';

const number = (text) => ({ text, number: true });

/**
 * Shows the sum, or the count, that made a finding, and the comparison that decided.
 * @param {object} threat
 * @returns {HTMLElement}
 */
export function findingSum(threat) {
  const sum = sumOf(threat);
  const weighed = sum.points !== undefined;
  const written = sum.lines.map((line) => (line.points === undefined ? undefined : writtenOut(line)));
  const heads = weighed ? ['point', number('signals'), number('weight × (different + repeat weight × repeats)'), number('points')] : ['point', 'gate', number('signals')];
  const rows = sum.lines.map((line, i) => (weighed ? addition(line, written[i]) : [code(line.point), line.gate ? gate(line.gate) : '', line.count]));
  return card(
    weighed ? 'The sum that made it' : 'Count',
    { class: 'sum' },
    table(weighed ? 'The sum' : 'Count', heads, rows, { foot: foot(threat, sum, heads.length - 1), kind: 'stacked' }),
    el('p', { class: 'verdict-line' }, `${short(sum.value)} ${sum.value >= sum.threshold ? '≥' : '<'} ${short(sum.threshold)}: found, `, severity(sum.base), ' at the threshold', steps(sum), '.'),
    el('p', { class: 'quiet' }, weighed ? differentWords(threat) : `${countedWords(threat)} It counts ${DETECTORS[threat.detector]?.counts ?? 'things of its own kind.'}`),
    weighed && isRounded(sum, written) && el('p', { class: 'quiet' }, 'The numbers are rounded: the sum is that of all their digits.'),
    el('p', { class: 'quiet' }, 'As of ', time(asOf(threat)), ', the newest signal that was counted. While it goes on, a finding is told anew when its severity rises, at 4 and at 16 times the threshold, and else every 15 minutes at most: newer signals are not in these numbers.'),
    threat.severity !== sum.severity && el('p', { class: 'quiet' }, `The finding keeps the highest severity that it ever had: ${threat.severity}.`),
  );
}

/**
 * Returns until when signals are in the numbers of a finding: one that is closed may be seen later, and keeps its numbers.
 * @param {{lastSeen: string, resolution?: {at: string}}} threat
 * @returns {string}
 */
export function asOf({ lastSeen, resolution }) {
  return resolution && resolution.at < lastSeen ? resolution.at : lastSeen;
}

/** Whether a reader who redoes the sum with the numbers that are shown gets another one. */
function isRounded(sum, written) {
  const shown = written.reduce((all, line) => all + Number(line?.points ?? 0), Number(short(sum.rest)));
  return written.some((line) => line?.rounded) || short(shown) !== short(sum.value);
}

function foot(threat, sum, span) {
  const line = (text, value, kind) => el('tr', { class: kind }, el('th', { scope: 'row', colspan: span }, text), el('td', { class: 'number' }, value));
  return el(
    'tfoot',
    {},
    sum.rest !== 0 && line('of what is so old that only its weight is left', short(sum.rest)),
    line(['counted: ', foreign(threat.measure.name)], short(sum.value), 'strong'),
    line('threshold', short(sum.threshold)),
    line('in thresholds', `${short(sum.times)} ×`),
  );
}

function addition(line, written) {
  if (!written) return [code(line.point), line.count, '–', 'adds none'];
  return [code(line.point), line.count, `${written.formula}${written.rounded ? ' (rounded)' : ''}`, `${written.points}${line.limited ? ' (limited)' : ''}`];
}

function steps(sum) {
  if (sum.base === 'low') return ', information stays what it is';
  if (sum.severity === sum.base) return sum.times >= 4 ? ', there is no step above' : ', at 4 × one step more, at 16 × two';
  return [`; ${sum.times >= 16 ? 'at 16 × two steps more: ' : 'at 4 × one step more: '}`, severity(sum.severity)];
}
