import { el, foreign } from '../dom.js';
import { titleOf } from '../logic/catalogue.js';
import { hashOf } from '../logic/route.js';
import { facts, tag, time } from './cells.js';

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
 * @returns {HTMLElement}
 */
export function blockOrigin({ origin }) {
  if (origin.kind === 'person') return el('span', {}, 'by ', origin.principal ? person(origin.principal) : 'a person');
  const title = origin.detector ? titleOf(origin.detector) : 'a finding';
  return el('span', {}, 'by ', origin.threatId ? el('a', { href: hashOf(['findings', origin.threatId]) }, title) : title);
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
 * @returns {HTMLElement}
 */
export function blockEnd({ end, endedBy, origin }) {
  if (end === 'undone' && endedBy) return el('span', {}, 'taken back by ', person(endedBy));
  if (end === 'undone' && origin.threatId) return el('span', {}, el('a', { href: hashOf(['findings', origin.threatId]) }, 'its finding'), ' was a false positive');
  return el('span', {}, ENDS[end] ?? foreign(end));
}

function person(principal) {
  return el('a', { href: hashOf(['actors', 'principal', principal]), class: 'mono' }, foreign(principal));
}

/**
 * Shows all that is known of a block.
 * @param {object} block
 * @returns {HTMLElement}
 */
export function blockFacts(block) {
  return facts([
    ['source', foreign(block.source, 'mono')],
    ['state', blockState(block)],
    ['reason', foreign(block.reason)],
    ['made', blockOrigin(block)],
    ['since', time(block.since)],
    ['ends in', block.state !== 'removed' && time(block.until, 'left')],
    ['ended', block.state === 'removed' && time(block.until)],
    ['strikes', String(block.strikes)],
  ]);
}
