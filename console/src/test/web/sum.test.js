import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedWords, differentWords, severityOf, short, sumOf, writtenOut } from '../../main/web/js/logic/sum.js';

const THREAT = {
  detector: 'BURST_PROBE',
  severity: 'medium',
  measure: { name: 'points of different probes within minutes', value: 24.5, threshold: 17 },
  evidence: [
    { point: 'WAF_RULE', count: 12, examples: [], weight: 5, different: 4, repeats: 2, repeatWeight: 0.3, points: 23 },
    { point: 'ROUTE_UNKNOWN', count: 9, examples: [], weight: 0.5, different: 6, repeats: 0, repeatWeight: 0.05, points: 1.5 },
  ],
};

test('what the points add is the measure, and what is limited is told', () => {
  const sum = sumOf(THREAT);
  assert.equal(sum.points, 24.5);
  assert.equal(sum.rest, 0);
  assert.equal(sum.severity, 'medium');
  assert.deepEqual(sum.lines.map(({ gate, limited }) => [gate, limited]), [['waf', false], ['edge', true]]);
});

test('what is older than the counts is the rest', () => {
  assert.equal(sumOf({ ...THREAT, measure: { ...THREAT.measure, value: 26 } }).rest, 1.5);
});

test('a measure that counts things is no sum', () => {
  const evidence = [{ point: 'AUTH_FAIL', count: 12, examples: [] }];
  const sum = sumOf({ ...THREAT, evidence, measure: { name: 'accounts', value: 9, threshold: 5.5 } });
  assert.equal(sum.points, undefined);
  assert.equal(sum.rest, 0);
});

test('severity rises at four and at sixteen times the threshold', () => {
  assert.deepEqual([1, 3.99, 4, 16].map((times) => severityOf('medium', times)), ['medium', 'medium', 'high', 'critical']);
  assert.equal(severityOf('high', 16), 'critical');
  assert.equal(severityOf('low', 100), 'low');
});

test('a line is written with as many digits as give its points, or says that it is rounded', () => {
  const line = (weight, different, repeats, repeatWeight) => ({ weight, different, repeats, repeatWeight, points: weight * (different + repeatWeight * repeats), limited: false });
  assert.deepEqual(writtenOut(line(5, 4, 2, 0.3)), { formula: '5 × (4 + 0.3 × 2)', points: '23', rounded: false });
  assert.deepEqual(writtenOut(line(6, 0.9946, 0, 0.3)), { formula: '6 × (0.995 + 0.3 × 0)', points: '5.97', rounded: false });
  assert.equal(writtenOut(line(2, 0.9965, 0, 0.05)).formula, '2 × (0.997 + 0.05 × 0)');
  assert.ok(writtenOut(line(16, 1.0004, 0, 0.3)).rounded);
  assert.ok(!writtenOut({ ...line(16, 1.0004, 0, 0.3), points: 3, limited: true }).rounded);
});

test('what is written out gives what is shown, for whoever redoes it', () => {
  for (let different = 0.5; different < 3; different += 0.0137) {
    const line = { weight: 6, different, repeats: different * 1.7, repeatWeight: 0.3, points: 6 * (different + 0.3 * different * 1.7), limited: false };
    const { formula, points, rounded } = writtenOut(line);
    const [weight, seen, part, repeats] = formula.match(/[\d.]+/g).map(Number);
    assert.ok(rounded || short(weight * (seen + part * repeats)) === points, formula);
  }
});

test('how signals come to a count is said by what is counted', () => {
  const measure = { name: 'failed sign-ins within minutes', value: 7.2 };
  assert.match(countedWords({ signalCount: 11, measure }), /four minutes ago counts half.* 11 signals come to 7\.2\./);
  assert.match(countedWords({ signalCount: 1, measure: { name: 'accounts that failed to sign in', value: 1 } }), /not signals.* 1 signal comes to 1\./);
  assert.match(differentWords({ measure: { name: 'points of different probes within hours' } }), /six hours/);
});
