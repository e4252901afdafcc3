import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf, covers, faultOf } from '../../main/web/js/logic/source-range.js';

test('a range covers what is within it, and nothing beside it', () => {
  for (const [range, source] of [['203.0.113.7/32', '203.0.113.7'], ['203.0.112.0/22', '203.0.113.0/24'], ['2001:db8::/64', '2001:db8::9'], ['2001:DB8:0::/32', '2001:db8:7::/48'], ['::/0', '::ffff:1.2.3.4']]) assert.ok(covers(range, source), `${range} ${source}`);
  for (const [range, source] of [['203.0.113.7/32', '203.0.113.70'], ['203.0.113.0/25', '203.0.113.0/24'], ['2001:db8::/64', '2001:db8:0:1::'], ['0.0.0.0/0', '::1']]) assert.ok(!covers(range, source), `${range} ${source}`);
});

test('a text that is no source covers nothing', () => {
  for (const text of ['', '1.2.3', '256.0.0.1', '1.2.3.4/33', ':::', '1::2::3', "' OR 1=1 --", '<script>', 'a]:b@c:1']) {
    assert.ok(!covers(text, '1.2.3.4'), text);
    assert.ok(!covers('0.0.0.0/0', text) && !covers('::/0', text), text);
  }
});

test('what people may not name is said, and the rest is left to the API', () => {
  assert.match(faultOf('10.0.0.0/8'), /too wide/);
  assert.match(faultOf('2001:db8::/31'), /too wide/);
  assert.match(faultOf('203.0.113.7/24'), /bits behind/);
  assert.match(faultOf('somebody'), /neither an address/);
  for (const source of ['203.0.113.7', ' 203.0.113.0/24 ', '2001:db8::/32', '::1']) assert.equal(faultOf(source), undefined, source);
});

test('who has a page is who detection knows: an address, a site or a network', () => {
  assert.deepEqual(actorOf('203.0.113.7/32'), ['ip', '203.0.113.7']);
  assert.deepEqual(actorOf('2001:db8::/64'), ['ip', '2001:db8::/64']);
  assert.deepEqual(actorOf('203.0.113.0/24'), ['network', '203.0.113.0/24']);
  for (const range of ['203.0.112.0/22', '2001:db8::/32', 'nobody']) assert.equal(actorOf(range), undefined, range);
});
