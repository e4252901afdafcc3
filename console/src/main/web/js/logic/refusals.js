/** What refusals of the API mean to whoever uses the console, by the type of the problem. */

import { faultOf } from './source-range.js';

const PREFIX = 'urn:rampart:problem:';
const REWORD = 'Nothing was kept, and your text is still in the field: say in words what was sent, and name the request by its id.';

/** Each has a title and, of what was asked for, what to do about it. */
const WORDS = {
  'invalid-source': ['Name another source.', ({ source = '' }) => faultOf(source) ?? 'It has to be an address, or a range: of IPv4 down to a /16, of IPv6 down to a /32.'],
  'invalid-actor': ['There is nobody of that name.', () => 'An address, a network, a user, a client or an API key has a page; this name has the form of none of its kind.'],
  'source-protected': ['This source is never blocked.', () => 'Protected are private and reserved addresses, those that the setting NeverBlock names, those on the allow list, and for 30 days each from which somebody of the security team worked. A range is protected with each of them.'],
  'list-full': ['The list is full.', () => 'It holds 9,000 blocks, or 500 sources that are never blocked. Remove one that is not needed any more.'],
  'block-not-found': ['It is not blocked any more.', () => 'The block has ended, or somebody has taken it back.'],
  'block-changed': ['The block has changed meanwhile.', () => 'Look how it is now, then try again.'],
  'exemption-not-found': ['It is not on the list any more.', () => 'Somebody has removed it.'],
  'exemption-changed': ['The entry has changed meanwhile.', () => 'Look how it is now, then try again.'],
  'threat-not-found': ['There is no such finding.', () => 'Findings are kept for 90 days.'],
  'injection-suspected': ['The inspector took the text for an attack.', () => `Code and logs may be quoted, and what would work as an attack may not. ${REWORD}`],
  'firewall-blocked': ['The firewall refused it.', ({ text }) => (text ? `It reads the body of every request alike, and took something that you quote for an attack. ${REWORD}` : 'A rule of it matched the request, or there were too many from here.')],
  'insufficient-scope': ['You may not do that.', () => 'What you signed in with lacks the scope: it is for the group security.'],
};

/** What the API alone knows: which of the protections it is. */
const TOLD = new Set(['source-protected']);

/**
 * Returns the name of a type of problems, as the documentation has it.
 * @param {string} type
 * @returns {string}
 */
export function problemName(type) {
  return type.startsWith(PREFIX) ? type.slice(PREFIX.length) : type.slice(type.lastIndexOf('#') + 1);
}

/**
 * Returns the console's words for a refusal, or none if it has none.
 * @param {{type?: string, detail?: string}} problem
 * @param {{source?: string, text?: string}} asked what was named and written
 * @returns {{title: string, text: string} | undefined}
 */
export function refusalWords({ type, detail }, asked = {}) {
  const name = typeof type === 'string' ? problemName(type) : '';
  if (!Object.hasOwn(WORDS, name)) return undefined;
  const [title, advice] = WORDS[name];
  return { title, text: TOLD.has(name) && detail ? `${detail} ${advice(asked)}` : advice(asked) };
}
