import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorHash, hashOf, parseHash, pathOf, sourceInPath } from '../../main/web/js/logic/route.js';

test('a subject with slashes, quotes and signs comes back from its address', () => {
  const subject = '203.0.113.0/24 <"&?#%>';
  assert.deepEqual(parseHash(hashOf(['actors', 'network', subject])).segments, ['actors', 'network', subject]);
});

test('broken encoding is no error', () => {
  assert.deepEqual(parseHash('#/findings/%E0%A4').segments, ['findings', '%E0%A4']);
});

test('a range is written with an underscore in a path', () => {
  assert.equal(sourceInPath(' 203.0.113.0/24 '), '203.0.113.0_24');
  assert.equal(sourceInPath('a/../b'), 'a_..%2Fb');
});

test('a name cannot leave its segment', () => {
  assert.equal(pathOf('v1/threats', '../blocks?x'), 'v1/threats/..%2Fblocks%3Fx');
  assert.equal(pathOf('v1/blocks', '..'), 'v1/blocks/_');
});

test('single actors have a page, rules and accounts that no user has do not', () => {
  assert.equal(actorHash('ip', '203.0.113.7'), '#/actors/ip/203.0.113.7');
  assert.equal(actorHash('credential', 'abc'), '#/actors/principal/abc');
  assert.equal(actorHash('credential', 'name-abc'), undefined);
  assert.equal(actorHash('signature', 'x'), undefined);
});
