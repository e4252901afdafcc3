import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ends, fieldOf, refusalOf, timeIn } from '../../main/web/js/logic/block-end.js';

const NOW = Date.parse('2026-11-30T07:15:42.123Z');
const DAY = 86_400_000;

test('a field holds a time in the zone of the reader, to the minute', () => {
  assert.equal(fieldOf(NOW, 'utc'), '2026-11-30T07:15');
  for (const zone of ['utc', 'local']) assert.equal(timeIn(fieldOf(NOW, zone), zone), Date.parse('2026-11-30T07:15:00Z'));
});

test('a field that holds no time has none', () => {
  for (const text of ['', 'tomorrow', '2026-11-30', '2026-13-30T07:15', '2026-11-30T25:15', '2026-11-30T07:15Z']) assert.equal(timeIn(text, 'utc'), undefined, text);
});

test('the ends that are offered are taken, and those beside them are not', () => {
  const { first, last } = ends(NOW);
  assert.equal(new Date(first).toISOString(), '2026-11-30T07:17:00.000Z');
  assert.equal(new Date(last).toISOString(), '2027-02-28T07:14:00.000Z');
  for (const end of [first, last]) assert.equal(refusalOf(end, NOW), undefined);
  assert.match(refusalOf(first - 60_000, NOW), /a minute from now/);
  assert.match(refusalOf(NOW - DAY, NOW), /a minute from now/);
  assert.match(refusalOf(NOW + 90 * DAY + 1, NOW), /90 days/);
  assert.match(refusalOf(undefined, NOW), /date and time/);
});
