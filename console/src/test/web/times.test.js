import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, countdown, dateTime, fileStamp } from '../../main/web/js/logic/times.js';

const NOON = Date.parse('2026-11-24T12:00:00.000Z');

test('the name of a file says when it was made', () => {
  assert.equal(fileStamp(NOON + 1), '20261124T120000Z');
});

test('a time is shown in UTC or in the zone of the reader', () => {
  assert.equal(dateTime('2026-11-24T12:00:00.000Z', 'utc'), '2026-11-24 12:00:00');
  const offset = new Date(NOON).getTimezoneOffset() * 60_000;
  assert.equal(dateTime(NOON + offset, 'local'), '2026-11-24 12:00:00');
});

test('what is no time is shown as it came', () => {
  assert.equal(dateTime('soon', 'utc'), 'soon');
  assert.equal(ago('soon', NOON), '');
});

test('a countdown has what is left', () => {
  assert.equal(countdown(NOON + 899_000, NOON), '0:14:59');
  assert.equal(countdown(NOON + 4 * 3_600_000 - 1_000, NOON), '3:59:59');
  assert.equal(countdown(NOON + 52 * 3_600_000, NOON), '2 d 04:00:00');
  assert.equal(countdown(NOON, NOON), 'over');
});

test('how long ago is told in one unit', () => {
  assert.deepEqual([0, 12_000, 180_000, 18_000_000, 200_000_000].map((passed) => ago(NOON - passed, NOON)), ['now', '12 s', '3 min', '5 h', '2 d']);
});
