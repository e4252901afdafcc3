/** What an answer of `GET /v1/monitoring` means: what is wrong, the worst first. */

import { counted } from './words.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A log without a line for so long is silent, in milliseconds. */
export const SILENT = DAY;

/** Work that waits for longer is late, in seconds: the alarm's threshold. */
export const LATE_SECONDS = 300;

/** The logs that signals come from, in words. */
export const SOURCES = {
  firewall: 'Firewall',
  gateway: 'Gateway',
  signIn: 'Sign-in',
  api: 'Function api',
  security: 'Function security',
  monitoring: 'Function monitoring',
};

/** The parts of the answer, in words. */
export const PARTS = {
  sources: 'sources of signals',
  queues: 'queues',
  deadLetters: 'dead letters',
  functions: 'functions',
  alarms: 'alarms',
};

const GENERATED = /^.+-([A-Z][A-Za-z]+)-[A-Z0-9]{12,13}$/;
const RUNBOOKS = {
  deadLetters: 'docs/runbooks/dead-letters.md',
  errors: 'docs/runbooks/function-errors.md',
  throttles: 'docs/runbooks/throttles.md',
  late: 'docs/runbooks/queue-lag.md',
};

/**
 * Something that is wrong.
 * @typedef {{kind: 'unavailable' | 'alarm' | 'deadLetters' | 'late' | 'errors' | 'throttles' | 'silent', tone: 'bad' | 'warn', title: string, name?: string, reason?: string, since?: string, runbook?: string}} Trouble
 */

/**
 * Returns the name that the template gives a resource, where CloudFormation made a longer one of it.
 * @param {string} name
 * @returns {string}
 */
export function shortName(name) {
  return GENERATED.exec(name)?.[1] ?? name;
}

/**
 * Returns what is wrong: what does not answer, alarms, dead letters, work that waits, functions that fail, silent logs.
 * @param {object} status
 * @returns {Trouble[]}
 */
export function troublesOf(status) {
  return [
    ...unread(status),
    ...status.alarms.filter(({ state }) => state === 'alarm').map(ringing),
    ...letterGroups(status.deadLetters).map((group) => dead(group, status)),
    ...untold(status),
    ...status.queues.filter(isLate).map(late),
    ...status.functions.flatMap(failing),
    ...silentSources(status).map(silent),
  ];
}

function unread({ unavailable }) {
  return unavailable.length === 0 ? [] : [{ kind: 'unavailable', tone: 'bad', title: `Could not be read: ${unavailable.map((part) => PARTS[part] ?? part).join(', ')}` }];
}

function ringing({ name, title, reason, since, runbook }) {
  return { kind: 'alarm', tone: 'bad', title, name, reason, since, runbook };
}

function dead({ queue, reason, count, newest }, status) {
  const told = status.deadLetters.filter((letter) => letter.queue === queue).length;
  const waiting = status.queues.find(({ name }) => name === queue)?.waiting ?? told;
  const title = `${counted(waiting > told ? waiting : count, 'dead letter')} in ${shortName(queue)}${waiting > told ? `, ${lookedAt(count, told)}` : ''}`;
  return { kind: 'deadLetters', tone: 'bad', title, name: queue, reason, since: newest, runbook: RUNBOOKS.deadLetters };
}

/** Of which of the letters of a queue the reason is known, where some were not told. */
function lookedAt(count, told) {
  return count === told ? `${told} looked at` : `${count} of ${told} looked at`;
}

/** Queues that hold letters of which none is told. */
function untold(status) {
  const told = new Set(status.deadLetters.map(({ queue }) => queue));
  return status.queues
    .filter(({ name, kind, waiting }) => kind === 'deadLetters' && waiting > 0 && !told.has(name))
    .map(({ name, waiting }) => ({ kind: 'deadLetters', tone: 'bad', title: `${counted(waiting, 'dead letter')} in ${shortName(name)}`, name, runbook: RUNBOOKS.deadLetters }));
}

/**
 * Returns whether the work in a queue waits for too long.
 * @param {object} queue
 * @returns {boolean}
 */
export function isLate({ kind, oldestSeconds }) {
  return kind === 'work' && oldestSeconds > LATE_SECONDS;
}

function late({ name, waiting, oldestSeconds }) {
  return { kind: 'late', tone: 'bad', title: `${counted(waiting, 'message')} in ${shortName(name)}, the oldest for ${Math.round(oldestSeconds / 60)} min`, name, runbook: RUNBOOKS.late };
}

function failing({ name, invocations, errors, throttles }) {
  const found = [];
  if (errors > 0) found.push({ kind: 'errors', tone: 'bad', title: `${shortName(name)} failed ${errors} of ${counted(invocations, 'time')} in the last hour`, name, runbook: RUNBOOKS.errors });
  if (throttles > 0) found.push({ kind: 'throttles', tone: 'warn', title: `${shortName(name)} had no capacity for ${counted(throttles, 'call')} in the last hour`, name, runbook: RUNBOOKS.throttles });
  return found;
}

function silent({ log, lastEventAt }) {
  return { kind: 'silent', tone: 'warn', title: `${SOURCES[log] ?? log}: ${lastEventAt ? 'nothing logged for a day' : 'nothing logged yet, or not for two weeks'}`, reason: 'Nobody uses it, or its log does not arrive.', since: lastEventAt };
}

/**
 * Returns the logs without a line for a day or more. Where none has lines nobody can tell, and a log that only the quietest functions write
 * may be silent: those of the functions that answer the team are left out.
 * @param {object} status
 * @returns {object[]}
 */
export function silentSources(status) {
  const now = Date.parse(status.at);
  const isSilent = ({ lastEventAt }) => !lastEventAt || now - Date.parse(lastEventAt) >= SILENT;
  const gates = status.sources.filter(({ log }) => log !== 'security' && log !== 'monitoring');
  return gates.some((source) => !isSilent(source)) ? gates.filter(isSilent) : [];
}

/**
 * Groups dead letters by queue, reason and function: many have one cause.
 * @param {object[]} letters newest first
 * @returns {{queue: string, reason: string, function?: string, count: number, newest: string, oldest: string}[]} newest first
 */
export function letterGroups(letters) {
  const groups = new Map();
  for (const letter of letters) {
    const key = JSON.stringify([letter.queue, letter.reason, letter.function]);
    const known = groups.get(key) ?? { queue: letter.queue, reason: letter.reason, function: letter.function, count: 0, newest: letter.at, oldest: letter.at };
    known.count += 1;
    if (letter.at > known.newest) known.newest = letter.at;
    if (letter.at < known.oldest) known.oldest = letter.at;
    groups.set(key, known);
  }
  return [...groups.values()].sort((a, b) => (a.newest < b.newest ? 1 : -1));
}

/**
 * Says in one line how a system does in which nothing is wrong.
 * @param {object} status
 * @returns {string}
 */
export function calmWords(status) {
  const calls = status.functions.reduce((sum, { invocations }) => sum + invocations, 0);
  const waiting = status.queues.reduce((sum, { kind, waiting: some = 0 }) => sum + (kind === 'work' ? some : 0), 0);
  const unknown = status.alarms.filter(({ state }) => state === 'insufficientData').length;
  const alarms = status.alarms.length === 0 ? 'no alarms are deployed' : `${counted(status.alarms.length, 'alarm')}, none rings${unknown > 0 ? `, ${unknown} without data yet` : ''}`;
  return `${alarms}; no dead letters; ${counted(waiting, 'message')} waiting; ${counted(calls, 'invocation')} in the last hour, none failed`;
}
