import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOfApi, facetsOf, filterOf, matches, ordered, queryOf, toggled } from '../../main/web/js/logic/filters.js';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const BURST = {
  state: 'open', severity: 'high', detector: 'BURST_PROBE', scope: 'ip', subject: '203.0.113.7', lastSeen: '2026-11-24T11:30:00.000Z',
};
const filter = (text) => filterOf(new URLSearchParams(text));

test('a filter survives its address', () => {
  const text = 'severity=high&severity=critical&-detector=CRED_STUFFING&subject=a%26b%3Dc&since=24h&noise=1&find=203.0&order=seen';
  const once = filter(text);
  assert.deepEqual(filterOf(queryOf(once)), once);
  assert.deepEqual(once.only.subject, ['a&b=c']);
});

test('the API is asked for single values alone, for a subject only with its scope', () => {
  assert.equal(askedOfApi(filter('severity=high&severity=low&state=open&owasp=API8%3A2023')).toString(), 'state=open');
  assert.equal(askedOfApi(filter('subject=a')).toString(), '');
  assert.equal(askedOfApi(filter('subject=a&scope=ip')).toString(), 'scope=ip&subject=a');
});

test('values of one facet are alternatives, facets are not', () => {
  assert.ok(matches(filter('severity=low&severity=high'), BURST, NOW));
  assert.ok(!matches(filter('severity=high&scope=network'), BURST, NOW));
  assert.ok(!matches(filter('-severity=high'), BURST, NOW));
  assert.ok(matches(filter('owasp=API8:2023&attack=T1595.002'), BURST, NOW));
  assert.ok(!matches(filter('-attack=T1595.002'), BURST, NOW));
});

test('times are counted from the newest signal', () => {
  assert.ok(matches(filter('since=1h'), BURST, NOW));
  assert.ok(!matches(filter('since=15m'), BURST, NOW));
  assert.ok(matches(filter('since=__proto__'), BURST, NOW));
});

test('information is noise unless it is asked for', () => {
  const quiet = { ...BURST, detector: 'MISCONFIGURED_CLIENT' };
  assert.ok(!matches(filter(''), quiet, NOW));
  assert.ok(matches(filter('noise=1'), quiet, NOW));
  assert.ok(matches(filter('detector=MISCONFIGURED_CLIENT'), quiet, NOW));
});

test('a value moves between wanted and excluded, and goes at the second click', () => {
  const wanted = toggled(filter(''), 'only', 'scope', 'ip');
  assert.equal(queryOf(wanted).toString(), 'scope=ip');
  const excluded = toggled(wanted, 'without', 'scope', 'ip');
  assert.equal(queryOf(excluded).toString(), '-scope=ip');
  assert.equal(queryOf(toggled(excluded, 'without', 'scope', 'ip')).toString(), '');
});

test('values are counted among what all other filters let through', () => {
  const low = { ...BURST, severity: 'low', scope: 'network' };
  const all = [low, BURST, low];
  const of = (text) => facetsOf(filter(text), all, NOW);
  assert.deepEqual(of('').scope, [{ value: 'network', count: 2 }, { value: 'ip', count: 1 }]);
  assert.deepEqual(of('scope=ip').scope, of('').scope);
  assert.deepEqual(of('scope=ip').severity.filter(({ count }) => count > 0), [{ value: 'high', count: 1 }]);
});

test('all severities and states are offered, in their own order', () => {
  const { severity, state } = facetsOf(filter(''), [], NOW);
  assert.deepEqual(severity.map(({ value }) => value), ['critical', 'high', 'medium', 'low']);
  assert.deepEqual(state.map(({ value }) => value), ['open', 'resolved']);
});

test('a part of a subject finds it', () => {
  assert.ok(matches(filter('find=0.113'), BURST, NOW));
  assert.ok(matches(filter('find=ABC'), { ...BURST, subject: 'xabcx' }, NOW));
  assert.ok(!matches(filter('find=127'), BURST, NOW));
});

test('a list is ordered by when it was found, by severity, or by its last signal', () => {
  const of = (id, openedAt, lastSeen, severity) => ({ id, openedAt, lastSeen, severity });
  const all = [of('a', '1', '9', 'low'), of('b', '3', '5', 'high'), of('c', '2', '7', 'high')];
  const ids = (text) => ordered(filter(text), all).map(({ id }) => id).join('');
  assert.equal(ids(''), 'bca');
  assert.equal(ids('order=severity'), 'cba');
  assert.equal(ids('order=seen'), 'acb');
  assert.equal(ids('order=constructor'), 'bca');
});
