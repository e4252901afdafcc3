import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, isFull, merged, noTraffic, shown, shownSince, sums, windowsOf } from '../../main/web/js/logic/traffic.js';

const NOON = Date.parse('2026-11-24T12:00:00.000Z');
const MINUTE = 60_000;
const iso = (time) => new Date(time).toISOString();
const request = (number, at) => ({ requestId: `r${number}`, at: iso(at), method: 'GET', status: 200 });
const answer = (to, newest, more = {}) => ({ from: iso(0), to: iso(to), complete: true, timeline: [], newest, ...more });
const open = (from) => ({ from, to: undefined, tries: 0 });

test('the first question is about a quarter of an hour', () => {
  assert.deepEqual(windowsOf(noTraffic(), NOON), [open(NOON - 15 * MINUTE)]);
});

test('the next one overlaps, from the beginning of a minute', () => {
  const known = merged(noTraffic(), open(0), answer(NOON, []));
  assert.deepEqual(windowsOf(known, NOON + 5_000), [open(NOON - 2 * MINUTE)]);
});

test('after hours without touch, the time is asked for in pieces of an hour that join', () => {
  const known = { ...noTraffic(), until: NOON };
  const windows = windowsOf(known, NOON + 150 * MINUTE);
  assert.equal(windows.length, 3);
  assert.equal(windows[0].to, windows[1].from);
  assert.equal(windows[1].to, windows[2].from);
  assert.equal(windows[2].to, undefined);
});

test('what two answers both have is there once, newest first', () => {
  const first = merged(noTraffic(), open(0), answer(NOON, [request(2, NOON), request(1, NOON - 1)]));
  const second = merged(first, open(0), answer(NOON + 5, [request(3, NOON + 5), request(2, NOON)]));
  assert.deepEqual(second.requests.map((each) => each.requestId), ['r3', 'r2', 'r1']);
});

test('two requests with one id, which a client can cause, are both kept', () => {
  const known = merged(noTraffic(), open(0), answer(NOON, [request(1, NOON), request(1, NOON - 1)]));
  assert.equal(known.requests.length, 2);
});

test('a full answer leaves a gap that is asked for until nothing is missing', () => {
  const all = Array.from({ length: 250 }, (_, index) => request(index, NOON - index * 10));
  const between = (window) => all.filter(({ at }) => Date.parse(at) >= window.from && Date.parse(at) < (window.to ?? Infinity)).slice(0, 100);
  let known = merged(noTraffic(), open(NOON - MINUTE), answer(NOON, between(open(NOON - MINUTE))));
  for (let round = 0; known.gaps.length > 0 && round < 10; round += 1) {
    const gap = known.gaps[0];
    known = merged(known, gap, answer(NOON, between(gap)));
  }
  assert.equal(known.requests.length, 250);
  assert.equal(known.lost, 0);
});

test('a page without anything new ends the reading of its span', () => {
  const page = Array.from({ length: 100 }, (_, index) => request(index, NOON - index * 10));
  const known = { ...noTraffic(), requests: page, until: NOON };
  const gap = { from: NOON - MINUTE, to: NOON, tries: 0 };
  assert.deepEqual(merged(known, gap, answer(NOON, page)).gaps, []);
});

test('what is older than all that is kept is not asked for', () => {
  const page = (start) => Array.from({ length: 100 }, (_, index) => request(start + index, NOON - (start + index) * 10));
  let known = merged(noTraffic(), open(NOON - 5 * MINUTE), answer(NOON, page(0)));
  let pages = 1;
  while (known.gaps.length > 0 && pages < 30) {
    known = merged(known, known.gaps[0], answer(NOON, page(100 * pages)));
    pages += 1;
  }
  assert.equal(known.requests.length, 1000);
  assert.ok(pages <= 11);
});

test('a search that ran out of time is repeated for what it left out, and given up in the end', () => {
  const late = { complete: false, completeSince: iso(NOON - MINUTE) };
  let known = merged(noTraffic(), open(NOON - 5 * MINUTE), answer(NOON, [], late));
  assert.deepEqual(known.gaps, [{ from: NOON - 5 * MINUTE, to: NOON - MINUTE, tries: 0 }]);
  for (let round = 0; known.gaps.length > 0 && round < 10; round += 1) known = merged(known, known.gaps[0], answer(NOON, [], late));
  assert.equal(known.lost, 1);
});

test('a later answer replaces a minute, a part of a minute does not', () => {
  const minute = (passed) => ({ start: iso(NOON), passed, reported: 0, refused: {} });
  const first = merged(noTraffic(), open(NOON), answer(NOON, [], { timeline: [minute(5)] }));
  const later = merged(first, open(NOON), answer(NOON, [], { timeline: [minute(7)] }));
  const part = merged(later, { from: NOON + 1, to: NOON + 9, tries: 0 }, answer(NOON, [], { timeline: [minute(9)] }));
  assert.deepEqual(part.minutes.map((each) => each.passed), [7]);
});

test('minutes without requests are zeros in the chart, and what was reported counts once', () => {
  const minutes = [{ start: iso(NOON), passed: 2, reported: 1, refused: { waf: 2 } }];
  assert.deepEqual(columnsOf(minutes, ['waf'], NOON - MINUTE, NOON), [[NOON / 1000 - 60, NOON / 1000], [0, 2], [0, 2]]);
});

test('chart, tiles and list are of the same time', () => {
  const at = NOON + 20 * MINUTE + 30_000;
  const since = shownSince(at);
  assert.equal(since, NOON + 5 * MINUTE);
  const minute = (start, passed, waf) => ({ start: iso(start), passed, reported: 1, refused: { waf } });
  const known = {
    ...noTraffic(),
    requests: [request(3, since + 1), request(2, since), request(1, since - 1)],
    minutes: [minute(since - MINUTE, 7, 7), minute(since, 1, 1)],
  };
  const { requests, minutes } = shown(known, at);
  assert.deepEqual(requests.map((each) => each.requestId), ['r3', 'r2']);
  assert.deepEqual(sums(minutes), { passed: 1, refused: 1 });
  const [times, passed, refused] = columnsOf(known.minutes, ['waf'], since, at);
  assert.equal(times[0] * 1000, since);
  assert.deepEqual([passed, refused].map((column) => column.reduce((sum, each) => sum + each)), [1, 1]);
});

test('a thousand requests are kept, and it is known that there may have been more', () => {
  const many = (count) => ({ ...noTraffic(), requests: Array.from({ length: count }, (_, index) => request(index, NOON)) });
  assert.ok(!isFull(many(999)));
  assert.ok(isFull(many(1000)));
});
