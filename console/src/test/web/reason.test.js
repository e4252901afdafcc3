import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonWords } from '../../main/web/js/logic/reason.js';

test('a rule and a field stand beside the point', () => {
  const entry = { point: 'WAF_RULE', rule: 'CommonRules/GenericLFI_QUERYARGUMENTS', field: 'QUERY_STRING', problem: 'about:blank' };
  assert.deepEqual(reasonWords(entry), ['WAF_RULE', 'CommonRules/GenericLFI_QUERYARGUMENTS', 'QUERY_STRING']);
  assert.deepEqual(reasonWords({ point: 'THROTTLED' }), ['THROTTLED']);
});

test('what has no point says its problem', () => {
  assert.deepEqual(reasonWords({ problem: 'version-conflict', field: '/version' }), ['version-conflict', '/version']);
});

test('a blocked address is said in words, a rule that an attacker met is not taken for it', () => {
  assert.deepEqual(reasonWords({ rule: 'BlockedAddresses' }), ['blocked address']);
  assert.deepEqual(reasonWords({ point: 'WAF_RULE', rule: 'BlockedAddresses' }), ['WAF_RULE', 'BlockedAddresses']);
});

test('what passed has no reason', () => {
  assert.deepEqual(reasonWords({}), []);
});
