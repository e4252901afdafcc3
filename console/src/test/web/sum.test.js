import assert from 'node:assert/strict';
import { test } from 'node:test';
import { severityOf, sumOf } from '../../main/web/js/logic/sum.js';

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
