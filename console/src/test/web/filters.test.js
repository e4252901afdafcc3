import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOfApi, counted, filterOf, matches, queryOf, toggled } from '../../main/web/js/logic/filters.js';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const BURST = {
  state: 'open', severity: 'high', detector: 'BURST_PROBE', scope: 'ip', subject: '203.0.113.7', lastSeen: '2026-11-24T11:30:00.000Z',
};
const filter = (text) => filterOf(new URLSearchParams(text));

test('a filter survives its address', () => {
  const text = 'severity=high&severity=critical&-detector=CRED_STUFFING&subject=a%26b%3Dc&since=24h&noise=1';
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

test('values are counted, most frequent first', () => {
  const low = { ...BURST, severity: 'low' };
  assert.deepEqual(counted([low, BURST, low]).severity, [{ value: 'low', count: 2 }, { value: 'high', count: 1 }]);
});
