/** Whether an attack is under way: what open findings and the newest requests tell of it. */

import { SEVERITIES, byWorst } from './catalogue.js';

const MINUTE = 60_000;

/** An attack is under way so long after its last signal. A log line takes a minute until it is found, and what detection counts within minutes halves every four: after five there is more silence than signal. */
export const UNDER_WAY = 5 * MINUTE;

/** Detection tells a finding that goes on and gets no worse again after 15 minutes alone: so old may its `lastSeen` be in the midst of an attack. */
export const TOLD_AGAIN = 15 * MINUTE;

/** The member of a request that names the subject of a finding, by its scope. */
const MEMBERS = { ip: 'ip', principal: 'principal', client: 'client', apiKey: 'apiKeyId' };

/** Detectors of what one actor is refused; others look at sign-ins, which are no requests, or at many actors. */
const OF_REFUSALS = ['BURST_PROBE', 'LOW_AND_SLOW', 'ENUMERATION_BOLA', 'TOKEN_ABUSE', 'SCHEMA_FUZZ', 'NEW_NETWORK_USE'];

/**
 * What a banner says.
 * @typedef {object} Attack
 * @property {object} finding
 * @property {'now' | 'lately' | 'past'} state `lately` if it may be over, and detection would not have told yet that it is not
 * @property {string} lastSignal RFC 3339
 */

/** What a banner begins with, before the time of the last signal if that belongs to it. */
export const HEADLINES = { now: 'Under attack', lately: 'Attacked, last signal told at ', past: 'Attacked until ' };

/**
 * Returns what to say of an attack: of one under way before others, of the worst of these; nothing if no finding of at least medium severity is open.
 * @param {object[]} findings
 * @param {object[]} requests of `GET /v1/traffic`; in any order
 * @param {number} now milliseconds since 1970
 * @returns {Attack | undefined}
 */
export function attackOf(findings, requests, now) {
  const isTold = ({ state, severity }) => state === 'open' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf('medium');
  const open = findings.filter(isTold).sort(byWorst);
  const attacks = open.map((finding) => ({ finding, ...stateOf(finding, requests, now) }));
  return attacks.find((attack) => attack.state === 'now') ?? attacks[0];
}

/**
 * Returns what else there is to say of an attack.
 * @param {Attack} attack
 * @param {string | undefined} response what is done about the source of its finding, as `GET /v1/threats/{id}` says
 * @returns {string} such as `still open, its source is blocked`; may be empty
 */
export function addedTo(attack, response) {
  const words = [attack.state === 'now' ? '' : 'still open', response === 'blocked' ? 'its source is blocked' : ''];
  return words.filter(Boolean).join(', ');
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
