import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curlOf, curlsOf } from '../../main/web/js/logic/curl.js';

test('a call names token and key as variables', () => {
  assert.equal(
    curlOf({ url: 'https://a/v1/blocks?limit=1' }),
    'curl -sS \\\n  \'https://a/v1/blocks?limit=1\' \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H "x-api-key: $KEY"',
  );
});

test('nothing in a body leaves its quotes', () => {
  const line = curlOf({ method: 'PUT', url: 'https://a', headers: { 'If-None-Match': '*' }, body: { reason: "'; $(id) #" } });
  assert.match(line, /^curl -sS -X PUT/);
  assert.ok(line.includes(`-d '{"reason":"'\\''; $(id) #"}'`));
  assert.ok(line.includes("-H 'If-None-Match: *'"));
});

test('several calls are told apart, and say first what they need', () => {
  const text = curlsOf([{ url: 'https://a' }, { url: 'https://b' }]);
  assert.match(text, /^# TOKEN: .*KEY: .*\n\ncurl -sS[^]*\n\ncurl -sS/);
});
