import assert from 'node:assert/strict';
import { test } from 'node:test';
import { severityOf, sumOf, worstOf } from '../../main/web/js/logic/sum.js';

const THREAT = {
  detector: 'BURST_PROBE',
  severity: 'medium',
  measure: { name: 'points of different probes within minutes', value: 54.43882, threshold: 17 },
  evidence: [{ point: 'WAF_RULE', count: 12, examples: [] }, { point: 'AUTH_OK', count: 2, examples: [] }],
};

test('points are counted with their weights; what speaks for a source adds nothing', () => {
  const sum = sumOf(THREAT);
  assert.deepEqual(sum.lines[0], { point: 'WAF_RULE', gate: 'waf', count: 12, weight: 5, product: 60 });
  assert.equal(sum.lines[1].product, undefined);
  assert.equal(sum.most, 60);
  assert.equal(sum.severity, 'medium');
});

test('a measure that counts things has no weights', () => {
  const sum = sumOf({ ...THREAT, measure: { name: 'accounts', value: 9, threshold: 5.5 } });
  assert.equal(sum.most, undefined);
  assert.equal(sum.lines[0].weight, undefined);
});

test('severity rises at four and at sixteen times the threshold', () => {
  assert.deepEqual([1, 3.99, 4, 16].map((times) => severityOf('medium', times)), ['medium', 'medium', 'high', 'critical']);
  assert.equal(severityOf('high', 16), 'critical');
  assert.equal(severityOf('low', 100), 'low');
});

test('the banner names the worst open finding, the newest of several', () => {
  const finding = (id, severity, lastSeen, state = 'open') => ({ id, severity, lastSeen, state });
  const findings = [finding(1, 'high', 'b'), finding(2, 'high', 'c'), finding(3, 'critical', 'd', 'resolved'), finding(4, 'low', 'e')];
  assert.equal(worstOf(findings).id, 2);
  assert.equal(worstOf([findings[3]]), undefined);
});
