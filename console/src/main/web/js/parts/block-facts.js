import { el, foreign } from '../dom.js';
import { titleOf } from '../logic/catalogue.js';
import { hashOf } from '../logic/route.js';
import { facts, tag, time } from './cells.js';

const STATES = { pending: ['on its way', 'warn'], wouldBe: ['would be (dry run)', undefined], enforced: ['in force', 'good'], removed: ['ended', undefined] };

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
  if (origin.kind === 'person') return el('span', {}, 'by ', origin.principal ? el('a', { href: hashOf(['actors', 'principal', origin.principal]), class: 'mono' }, foreign(origin.principal)) : 'a person');
  const title = origin.detector ? titleOf(origin.detector) : 'a finding';
  return el('span', {}, 'by ', origin.threatId ? el('a', { href: hashOf(['findings', origin.threatId]) }, title) : title);
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
