import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STOPS, bodyOf, changed, orderedRules, queryOfTrial, rowsOf, stopOf, summaryOf, trialOf, valueAt, verdictOf } from '../../main/web/js/logic/tuning.js';

const BURST = { detector: 'BURST_PROBE', measure: 'points', today: 17, min: 4.3, max: 68, step: 0.1, others: [] };
const TOKEN = { detector: 'TOKEN_ABUSE', measure: 'networks', today: 4, min: 1, max: 16, step: 0.1, others: [] };
const trial = (text) => trialOf(new URLSearchParams(text));

test('what is tried survives its address', () => {
  const once = trial('span=6h&BURST_PROBE=8.5&TOKEN_ABUSE=3');
  assert.deepEqual(once, { span: '6h', given: { BURST_PROBE: 8.5, TOKEN_ABUSE: 3 } });
  assert.deepEqual(trialOf(queryOfTrial(once)), once);
  assert.equal(queryOfTrial(trial('')).toString(), '');
});

test('an address with other spans, detectors or values says nothing', () => {
  assert.deepEqual(trial('span=7d&BURST_PROBE=many&constructor=1&NOBODY=2&TOKEN_ABUSE=&SCHEMA_FUZZ=0&BRUTE_FORCE=1e9'), { span: '1h', given: {} });
});

test('the API is asked for the span before now and for what differs', () => {
  const now = Date.parse('2026-11-24T12:00:00.000Z');
  assert.deepEqual(bodyOf(trial('span=24h&BURST_PROBE=8'), now), { from: '2026-11-23T12:00:00.000Z', thresholds: { BURST_PROBE: 8 } });
  assert.deepEqual(changed([BURST, TOKEN], { BURST_PROBE: 17, TOKEN_ABUSE: 3, OTHER: 1 }), { TOKEN_ABUSE: 3 });
  assert.deepEqual(changed([BURST], {}), {});
});

test('a slider goes from end to end, with today in it to the digit', () => {
  for (const threshold of [BURST, TOKEN]) {
    assert.equal(stopOf(threshold, threshold.min), 0);
    assert.equal(stopOf(threshold, threshold.max), STOPS);
    assert.equal(valueAt(threshold, 0), threshold.min);
    assert.equal(valueAt(threshold, STOPS), threshold.max);
    assert.equal(valueAt(threshold, stopOf(threshold, threshold.today)), threshold.today);
  }
  assert.equal(stopOf(TOKEN, 4), STOPS / 2);
  assert.equal(stopOf(TOKEN, 2), STOPS / 4);
  assert.equal(stopOf(BURST, 1), 0);
  assert.equal(stopOf(BURST, 100), STOPS);
});

test('every stop of a slider has a value that the API takes, and none is below the one before', () => {
  let before = 0;
  for (let stop = 0; stop <= STOPS; stop++) {
    const value = valueAt(BURST, stop);
    assert.equal(value, Number(value.toFixed(1)));
    assert.ok(value >= before && value >= BURST.min && value <= BURST.max);
    before = value;
  }
});

test('a comparison says clearly when nothing would change', () => {
  const none = { newlyFoundCount: 0, lostCount: 0, kept: 0, signals: 0 };
  assert.match(summaryOf({ ...none, kept: 2, signals: 40 }, true), /^Nothing would change: the same 2 findings over 40 /);
  assert.match(summaryOf(none, true), /^Nothing would change: nothing is found either way over 0 recorded signals/);
  assert.match(summaryOf({ ...none, kept: 1, signals: 1 }, false), /^Today's thresholds give 1 finding over 1 recorded signal\. /);
  assert.match(summaryOf({ newlyFoundCount: 3, lostCount: 1, kept: 2, signals: 9 }, true), /^3 newly found, 1 lost, 2 kept/);
});

test('a rule is judged by whom it would hit, and by nothing if too few are known good', () => {
  const rule = (suggestion, ...good) => ({ suggestion, paths: good.map((knownGood) => ({ knownGood })) });
  assert.deepEqual(verdictOf(rule('block', 0)), { text: 'no known good client hit', tone: 'good' });
  assert.equal(verdictOf(rule('too-few-known-good', 0)).tone, 'warn');
  assert.deepEqual(verdictOf(rule('block-elsewhere', 1, 0)), { text: 'no known good client hit outside 1 path', tone: 'warn' });
  assert.equal(verdictOf(rule('block-elsewhere', 1, 2, 0)).text, 'no known good client hit outside 2 paths');
  assert.equal(verdictOf(rule('block-elsewhere', 0)).text, 'nobody known good hit but at sign-in');
  assert.equal(verdictOf(rule('keep-counting', 1)).text, 'would hurt known good clients');
  assert.equal(verdictOf(rule('keep-counting', 0)).text, 'would hurt whoever signs in');
});

test('rules and their paths with the most requests come first', () => {
  const path = (name, requests, alsoBlocked = 0) => ({ path: name, requests, alsoBlocked });
  const counts = { rules: [{ rule: 'few', requests: 1, paths: [path('/a', 0, 2), path('/b', 1)] }, { rule: 'many', requests: 9, paths: [] }] };
  assert.deepEqual(orderedRules(counts).map(({ rule }) => rule), ['many', 'few']);
  assert.deepEqual(orderedRules(counts)[1].paths.map((each) => each.path), ['/b', '/a']);
  assert.equal(counts.rules[0].rule, 'few');
});

test('the export has a row for each path and each finding', () => {
  const counts = { rules: [{ group: 'AWS#Common', rule: 'Size', suggestion: 'block', requests: 1, paths: [{ path: '/a', requests: 1 }] }] };
  const rows = rowsOf(counts, { newlyFound: [{ subject: 'x' }], lost: [{ subject: 'y' }] });
  assert.deepEqual(rows[0], { part: 'firewall', group: 'AWS#Common', rule: 'Size', suggestion: 'block', path: '/a', requests: 1 });
  assert.deepEqual(rows.slice(1), [{ part: 'newlyFound', subject: 'x' }, { part: 'lost', subject: 'y' }]);
  assert.deepEqual(rowsOf(undefined, undefined), []);
});
