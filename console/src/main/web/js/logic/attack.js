/** Whether an attack is under way: what open findings and the newest requests tell of it. */

import { SEVERITIES } from './catalogue.js';

const MINUTE = 60_000;

/** An attack is under way so long after its last signal. A log line takes a minute until it is found, and what detection counts within minutes halves every four: after five there is more silence than signal. */
export const UNDER_WAY = 5 * MINUTE;

/** Detection tells a finding that goes on and gets no worse again after 15 minutes alone: so old may its `lastSeen` be in the midst of an attack. */
export const TOLD_AGAIN = 15 * MINUTE;

/** The member of a request that names the subject of a finding, by its scope. */
const MEMBERS = { ip: 'ip', principal: 'principal', client: 'client', apiKey: 'apiKeyId' };

/** Detectors of refused requests; others look at sign-ins, or at what went well, which the newest requests do not show. */
const OF_REFUSALS = ['BURST_PROBE', 'LOW_AND_SLOW', 'ENUMERATION_BOLA', 'TOKEN_ABUSE', 'SCHEMA_FUZZ'];

/**
 * What a banner says.
 * @typedef {object} Attack
 * @property {object} finding
 * @property {'now' | 'lately' | 'past'} state `lately` if it may be over, and detection would not have told yet that it is not
 * @property {string} lastSignal RFC 3339
 */

/**
 * Returns findings by severity, the highest first; of one severity, the newest signal first.
 * @param {object[]} findings
 * @returns {object[]}
 */
export function worstFirst(findings) {
  return findings.toSorted((a, b) => rank(b) - rank(a) || b.lastSeen.localeCompare(a.lastSeen));
}

/**
 * Returns what to say of an attack: of one under way before others, of the worst of these; nothing if no finding of at least medium severity is open.
 * @param {object[]} findings
 * @param {object[]} requests of `GET /v1/traffic`; in any order
 * @param {number} now milliseconds since 1970
 * @returns {Attack | undefined}
 */
export function attackOf(findings, requests, now) {
  const open = worstFirst(findings.filter((finding) => finding.state === 'open' && rank(finding) >= SEVERITIES.indexOf('medium')));
  const attacks = open.map((finding) => ({ finding, ...stateOf(finding, requests, now) }));
  for (const state of ['now', 'lately', 'past']) {
    const worst = attacks.find((attack) => attack.state === state);
    if (worst) return worst;
  }
  return undefined;
}

function stateOf(finding, requests, now) {
  const member = OF_REFUSALS.includes(finding.detector) ? MEMBERS[finding.scope] : undefined;
  const lastSignal = requests
    .filter((request) => member && request.point && request[member] === finding.subject)
    .reduce((last, request) => (request.at > last ? request.at : last), finding.lastSeen);
  const silent = now - Date.parse(lastSignal);
  if (silent <= UNDER_WAY) return { state: 'now', lastSignal };
  return { state: !member && silent <= UNDER_WAY + TOLD_AGAIN ? 'lately' : 'past', lastSignal };
}

function rank(finding) {
  return SEVERITIES.indexOf(finding.severity);
}
