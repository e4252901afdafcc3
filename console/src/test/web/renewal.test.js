import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renewed } from '../../main/web/js/logic/renewal.js';

const finding = (id, openedAt, state = 'open') => ({ id, openedAt, state });
const list = (...findings) => new Map(findings.map((each) => [each.id, each]));

test('new findings come in, changed ones change, and those that left the list go', () => {
  const known = list(finding('a', '1'), finding('b', '3'), finding('c', '4'));
  const next = renewed(known, [finding('d', '5'), finding('b', '3', 'changed')], false);
  assert.deepEqual([...next.keys()].toSorted(), ['a', 'b', 'd']);
  assert.equal(next.get('b').state, 'changed');
});

test('of findings that began at the same time as the oldest that was read, none is lost', () => {
  assert.deepEqual([...renewed(list(finding('a', '1'), finding('b', '1')), [finding('b', '1')], false).keys()].toSorted(), ['a', 'b']);
});

test('a list that was read to its end has nothing else', () => {
  assert.deepEqual([...renewed(list(finding('a', '1')), [finding('b', '2')], true).keys()], ['b']);
  assert.equal(renewed(list(finding('a', '1')), [], true).size, 0);
});
