import { el, foreign } from '../dom.js';
import { shortId } from '../logic/short-id.js';
import { hashOf } from '../logic/route.js';

/**
 * Names a person: the reader is "you", others have an id alone.
 * @param {string} principal
 * @param {string | undefined} me the reader's own
 * @returns {HTMLElement}
 */
export function person(principal, me) {
  const own = principal === me;
  return el('a', { href: hashOf(['actors', 'principal', principal]), class: own ? undefined : 'mono', title: principal }, own ? 'you' : foreign(shortId(principal)));
}
