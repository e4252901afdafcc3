import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOLD_AGAIN, UNDER_WAY, addedTo, attackOf } from '../../main/web/js/logic/attack.js';
import { byWorst } from '../../main/web/js/logic/catalogue.js';

const NOON = Date.parse('2026-11-24T12:00:00.000Z');
const iso = (time) => new Date(time).toISOString();
const BURST = { id: 'burst', state: 'open', severity: 'medium', detector: 'BURST_PROBE', scope: 'ip', subject: '203.0.113.7', lastSeen: iso(NOON) };
const STUFFING = { ...BURST, id: 'stuffing', severity: 'critical', detector: 'CRED_STUFFING' };
const ids = (findings) => findings.map((each) => each.id);
const said = (findings, at, requests = []) => {
  const attack = attackOf(findings, requests, at);
  return attack && [attack.finding.id, attack.state];
};

test('an attack is under way while signals come, and was one afterwards', () => {
  assert.deepEqual(said([BURST], NOON + UNDER_WAY), ['burst', 'now']);
  assert.deepEqual(said([BURST], NOON + UNDER_WAY + 1), ['burst', 'past']);
});

test('a request that a gate refused its subject for goes on with the attack, one of the block list or of others does not', () => {
  const at = NOON + 2 * UNDER_WAY;
  const probe = { at: iso(at - 1), ip: BURST.subject, point: 'WAF_RULE' };
  assert.equal(attackOf([BURST], [probe], at).state, 'now');
  assert.equal(attackOf([BURST], [probe], at).lastSignal, probe.at);
  for (const other of [{ ...probe, point: undefined, rule: 'BlockedAddresses' }, { ...probe, ip: '203.0.113.8' }]) {
    assert.deepEqual(said([BURST], at, [other]), ['burst', 'past']);
  }
});

test('of what no request shows, detection may not have told yet that it goes on', () => {
  assert.deepEqual(said([STUFFING], NOON + UNDER_WAY), ['stuffing', 'now']);
  assert.deepEqual(said([STUFFING], NOON + UNDER_WAY + TOLD_AGAIN), ['stuffing', 'lately']);
  assert.deepEqual(said([STUFFING], NOON + UNDER_WAY + TOLD_AGAIN + 1), ['stuffing', 'past']);
  assert.deepEqual(said([{ ...BURST, scope: 'network', subject: '203.0.113.0/24' }], NOON + TOLD_AGAIN), ['burst', 'lately']);
});

test('an attack under way comes before a worse one that is over, the worst of several is named', () => {
  const high = { ...BURST, id: 'high', severity: 'high' };
  const before = { ...BURST, id: 'before', severity: 'high', lastSeen: iso(NOON - 1) };
  const over = { ...STUFFING, lastSeen: iso(NOON - 2 * TOLD_AGAIN) };
  assert.deepEqual(said([over, BURST, before, high], NOON), ['high', 'now']);
  assert.deepEqual(said([over], NOON), ['stuffing', 'past']);
  const lately = { ...BURST, scope: 'network', subject: '203.0.113.0/24', lastSeen: iso(NOON - TOLD_AGAIN) };
  assert.deepEqual(said([lately, over], NOON), ['stuffing', 'past']);
});

test('what is closed or of low severity is no attack', () => {
  assert.equal(said([{ ...BURST, state: 'resolved' }, { ...BURST, severity: 'low' }], NOON), undefined);
});

test('the worst findings come first, of one severity the newest', () => {
  const finding = (id, severity, lastSeen) => ({ id, severity, lastSeen });
  const open = [finding(1, 'medium', 'd'), finding(2, 'critical', 'a'), finding(3, 'low', 'e'), finding(4, 'critical', 'b'), finding(5, 'high', 'c')];
  assert.deepEqual(ids(open.toSorted(byWorst)), [4, 2, 5, 1, 3]);
});

test('of an attack that is over, it is said that its finding is open; of each, that its source is blocked', () => {
  const added = (state, response) => addedTo({ finding: BURST, state, lastSignal: BURST.lastSeen }, response);
  assert.equal(added('past', 'blocked'), 'still open, its source is blocked');
  assert.equal(added('lately', 'proposed'), 'still open');
  assert.equal(added('now', 'blocked'), 'its source is blocked');
  assert.equal(added('now', undefined), '');
});
