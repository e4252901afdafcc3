import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calmWords, isLate, letterGroups, shortName, silentSources, troublesOf } from '../../main/web/js/logic/health.js';

const AT = '2026-11-30T12:00:00.000Z';
const DEAD = 'rampart-dev-EdgelogDeadLetters-PS8VG8ZVZJ9V';

function status(more = {}) {
  return {
    at: AT,
    sources: ['firewall', 'gateway', 'signIn', 'api', 'security', 'monitoring'].map((log) => ({ log, lastEventAt: '2026-11-30T11:59:00.000Z' })),
    queues: [{ name: 'rampart-dev-detection', kind: 'work', waiting: 0 }, { name: DEAD, kind: 'deadLetters', waiting: 0 }],
    deadLetters: [],
    functions: [{ name: 'rampart-dev-ApiFunction-PS8VG8ZVZJ9V', invocations: 5, errors: 0, throttles: 0 }],
    alarms: [{ name: 'rampart-dev-A', title: 'It fails', state: 'ok', since: AT, reason: '' }, { name: 'rampart-dev-B', title: 'It is full', state: 'insufficientData', since: AT, reason: '' }],
    unavailable: [],
    ...more,
  };
}

const kinds = (more) => troublesOf(status(more)).map(({ kind }) => kind);

test('where everything works nothing is wrong, and one line says so', () => {
  assert.deepEqual(troublesOf(status()), []);
  assert.equal(calmWords(status()), '2 alarms, none rings, 1 without data yet; no dead letters; 0 messages waiting; 5 invocations in the last hour, none failed');
  assert.match(calmWords(status({ alarms: [] })), /^no alarms are deployed/);
});

test('what does not answer and alarms come first, silent logs last', () => {
  const all = kinds({
    unavailable: ['alarms'],
    alarms: [{ name: 'a', title: 't', state: 'alarm', since: AT, reason: 'r', runbook: 'docs/runbooks/a.md' }],
    deadLetters: [{ queue: DEAD, at: AT, reason: 'r' }],
    queues: [{ name: 'q', kind: 'work', waiting: 3, oldestSeconds: 301 }],
    functions: [{ name: 'f', invocations: 2, errors: 1, throttles: 1 }],
    sources: [{ log: 'gateway', lastEventAt: AT }, { log: 'firewall' }],
  });
  assert.deepEqual(all, ['unavailable', 'alarm', 'deadLetters', 'late', 'errors', 'throttles', 'silent']);
});

test('parts that were not read are one line', () => {
  assert.equal(troublesOf(status({ unavailable: ['sources', 'deadLetters'] }))[0].title, 'Could not be read: sources of signals, dead letters');
});

test('an alarm keeps its words, its reason and its runbook', () => {
  const alarm = { name: 'a', title: 'It fails', state: 'alarm', since: AT, reason: '1 > 0', runbook: 'docs/runbooks/a.md' };
  assert.deepEqual(troublesOf(status({ alarms: [alarm] })), [{ kind: 'alarm', tone: 'bad', title: 'It fails', name: 'a', reason: '1 > 0', since: AT, runbook: 'docs/runbooks/a.md' }]);
});

test('dead letters of one cause are one line, with their number and the newest', () => {
  const letter = (at, reason, more) => ({ queue: DEAD, at, reason, ...more });
  const groups = letterGroups([letter('2', 'a'), letter('1', 'a'), letter('3', 'a', { function: 'f' }), letter('0', 'b')]);
  assert.deepEqual(groups.map(({ reason, count, newest, oldest }) => [reason, count, newest, oldest]), [['a', 1, '3', '3'], ['a', 2, '2', '1'], ['b', 1, '0', '0']]);
});

test('of a queue with more letters than are looked at both numbers are told', () => {
  const letters = (count, reason) => Array.from({ length: count }, () => ({ queue: DEAD, at: reason === 'a' ? '2' : '1', reason }));
  const titles = (waiting, ...told) => troublesOf(status({ queues: [{ name: DEAD, kind: 'deadLetters', waiting }], deadLetters: told.flat() })).map(({ title }) => title);
  assert.deepEqual(titles(500, letters(20, 'a')), ['500 dead letters in EdgelogDeadLetters, 20 looked at']);
  assert.deepEqual(titles(500, letters(12, 'a'), letters(8, 'b')), [
    '500 dead letters in EdgelogDeadLetters, 12 of 20 looked at',
    '500 dead letters in EdgelogDeadLetters, 8 of 20 looked at',
  ]);
  assert.deepEqual(titles(3, letters(2, 'a'), letters(1, 'b')), ['2 dead letters in EdgelogDeadLetters', '1 dead letter in EdgelogDeadLetters']);
  assert.deepEqual(titles(0, letters(2, 'a')), ['2 dead letters in EdgelogDeadLetters']);
});

test('a queue whose letters could not be read still says that there are some', () => {
  const [trouble] = troublesOf(status({ queues: [{ name: DEAD, kind: 'deadLetters', waiting: 2 }] }));
  assert.equal(trouble.title, '2 dead letters in EdgelogDeadLetters');
  assert.deepEqual(kinds({ queues: [{ name: DEAD, kind: 'deadLetters' }] }), []);
});

test('work is late after five minutes; a dead letter is never late', () => {
  assert.equal(isLate({ kind: 'work', oldestSeconds: 300 }), false);
  assert.equal(isLate({ kind: 'work', oldestSeconds: 301 }), true);
  assert.equal(isLate({ kind: 'work' }), false);
  assert.equal(isLate({ kind: 'deadLetters', oldestSeconds: 9000 }), false);
});

test('a log is silent after a day while another is not; those of the team do not count', () => {
  const logs = (...of) => silentSources({ at: AT, sources: of }).map(({ log }) => log);
  const fresh = { log: 'gateway', lastEventAt: AT };
  const old = { log: 'signIn', lastEventAt: '2026-11-29T12:00:00.000Z' };
  assert.deepEqual(logs(fresh, old, { log: 'api', lastEventAt: '2026-11-29T12:01:00.000Z' }), ['signIn']);
  assert.deepEqual(logs(fresh, { log: 'firewall' }, { log: 'security' }, { log: 'monitoring' }), ['firewall']);
  assert.deepEqual(logs(old, { log: 'api' }), []);
  assert.deepEqual(logs(), []);
});

test('a name that CloudFormation made is shortened to that of the template', () => {
  assert.equal(shortName(DEAD), 'EdgelogDeadLetters');
  assert.equal(shortName('rampart-dev-detection'), 'rampart-dev-detection');
  assert.equal(shortName('<b>'), '<b>');
});
