import { el, foreign } from '../dom.js';
import { titleOf } from '../logic/catalogue.js';
import { actorOf } from '../logic/source-range.js';
import { hashOf } from '../logic/route.js';
import { tag } from './cells.js';
import { person } from './person.js';

const STATES = { pending: ['on its way', 'warn'], wouldBe: ['would be (dry run)', undefined], enforced: ['in force', 'good'], removed: ['ended', undefined] };
const WAS = { pending: ['never enforced', 'warn'], wouldBe: ['dry run', undefined], enforced: ['enforced', 'good'], removed: ['ended', undefined] };
const ENDS = { expired: 'it expired', undone: 'taken back', protected: 'its source became one that is never blocked' };

/**
 * Shows the state of a block.
 * @param {{state: string}} block
 * @returns {HTMLElement}
 */
export function blockState({ state }) {
  const [text, tone] = STATES[state] ?? [state];
  return tag(text, tone);
}

/**
 * Shows who made a block: a person, or a finding.
 * @param {{origin: object}} block
 * @param {string | undefined} me the reader's own principal
 * @returns {HTMLElement}
 */
export function blockOrigin({ origin }, me) {
  if (origin.kind === 'person') return el('span', {}, 'by ', origin.principal ? person(origin.principal, me) : 'a person');
  const title = origin.detector ? titleOf(origin.detector) : 'a finding';
  return el('span', {}, 'by ', origin.threatId ? el('a', { href: hashOf(['findings', origin.threatId]) }, title) : title);
}

/**
 * Shows the source of a block, with the way to what is known of it if it is one address, one site or a network of one.
 * @param {{source: string}} block
 * @returns {HTMLElement}
 */
export function blockSource({ source }) {
  const [kind, id] = actorOf(source) ?? [];
  return kind ? el('a', { href: hashOf(['actors', kind, id]), class: 'mono line' }, foreign(source)) : foreign(source, 'mono line');
}

/**
 * Shows what the firewall did about a block that ended, until then.
 * @param {{state: string}} block
 * @returns {HTMLElement}
 */
export function blockWas({ state }) {
  const [text, tone] = WAS[state] ?? [state];
  return tag(text, tone);
}

/**
 * Shows why a block ended, and who ended it.
 * @param {{end: string, endedBy?: string, origin: object}} block
 * @param {string | undefined} me the reader's own principal
 * @returns {HTMLElement}
 */
export function blockEnd({ end, endedBy, origin }, me) {
  if (end === 'undone' && endedBy) return el('span', {}, 'taken back by ', person(endedBy, me));
  if (end === 'undone' && origin.threatId) return el('span', {}, el('a', { href: hashOf(['findings', origin.threatId]) }, 'its finding'), ' was a false positive');
  return el('span', {}, ENDS[end] ?? foreign(end));
}
