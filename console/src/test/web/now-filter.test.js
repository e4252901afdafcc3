import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOfTraffic, isListed, nowFilterOf, nowQueryOf } from '../../main/web/js/logic/now-filter.js';

const filter = (text) => nowFilterOf(new URLSearchParams(text));

test('both switches survive their address, and are off without it', () => {
  for (const text of ['', 'refused=1', 'own=1', 'refused=1&own=1']) assert.equal(nowQueryOf(filter(text)).toString(), text);
  assert.deepEqual(filter(''), { refused: false, own: false });
  assert.deepEqual(filter('own=yes&refused=0&x=1'), { refused: false, own: false });
});

test('the API leaves out what is one\'s own, unless it is wanted', () => {
  assert.equal(askedOfTraffic(filter('')).toString(), 'own=false');
  assert.equal(askedOfTraffic(filter('refused=1&own=1')).toString(), '');
});

test('a part that failed is listed among what was refused, what passed is not', () => {
  const listed = (text) => ['passed', 'refused', 'failed'].filter((outcome) => isListed(filter(text), { outcome }));
  assert.deepEqual(listed('refused=1'), ['refused', 'failed']);
  assert.deepEqual(listed(''), ['passed', 'refused', 'failed']);
});
