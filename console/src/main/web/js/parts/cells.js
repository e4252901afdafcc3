/** Small pieces that several views show. */

import './time-text.js';
import { el, foreign } from '../dom.js';
import { SCOPES, titleOf } from '../logic/catalogue.js';
import { actorHash, hashOf } from '../logic/route.js';

/**
 * Shows a time.
 * @param {string} at RFC 3339
 * @param {'full' | 'clock' | 'ago' | 'left'} [mode]
 * @returns {HTMLElement}
 */
export function time(at, mode = 'full') {
  return el('time-text', { 'data-at': at, 'data-mode': mode, class: 'time' });
}

/**
 * Shows a severity in word and colour.
 * @param {string} severity
 * @returns {HTMLElement}
 */
export function severity(severity) {
  return el('span', { class: 'severity', 'data-severity': severity }, severity);
}

/**
 * Shows the gate that refused, or that the request passed.
 * @param {string | undefined} gate
 * @returns {HTMLElement}
 */
export function gate(gate) {
  return el('span', { class: 'gate', 'data-gate': gate ?? 'passed' }, gate ?? 'passed');
}

/**
 * Shows a word in a frame.
 * @param {string} text
 * @param {string} [tone] good, bad, warn or none
 * @returns {HTMLElement}
 */
export function tag(text, tone) {
  return el('span', { class: 'tag', 'data-tone': tone }, text);
}

/**
 * Shows an id or another name of machines.
 * @param {unknown} text
 * @returns {HTMLElement}
 */
export function code(text) {
  return el('code', { class: 'foreign' }, foreign(text));
}

/**
 * Links to what is known of the subject of a finding, if it is a single actor.
 * @param {string} scope
 * @param {string} subject
 * @returns {HTMLElement}
 */
export function subject(scope, subject) {
  const hash = actorHash(scope, subject);
  return hash ? el('a', { href: hash, class: 'foreign mono' }, foreign(subject)) : foreign(subject, 'mono');
}

/**
 * Links to a finding.
 * @param {object} finding
 * @returns {HTMLElement}
 */
export function findingLink(finding) {
  return el('a', { href: hashOf(['findings', finding.id]), 'data-main': true }, foreign(titleOf(finding.detector)));
}

/**
 * Returns a kind of subject in words.
 * @param {string} scope
 * @returns {string}
 */
export function scopeWords(scope) {
  return SCOPES[scope] ?? scope;
}

/**
 * Makes a button.
 * @param {string} text
 * @param {(event: Event) => void} act
 * @param {Record<string, unknown>} [members]
 * @returns {HTMLButtonElement}
 */
export function button(text, act, members = {}) {
  return el('button', { type: 'button', onclick: act, ...members }, text);
}

/**
 * Shows names with their values.
 * @param {[string, Node | string | undefined | false][]} pairs those without a value are left out
 * @returns {HTMLElement}
 */
export function facts(pairs) {
  const given = pairs.filter(([, value]) => value !== undefined && value !== false && value !== null);
  return el('dl', { class: 'facts' }, given.map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

/**
 * Makes a card with a heading.
 * @param {string} heading
 * @param {Record<string, unknown>} members
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElement}
 */
export function card(heading, members, ...children) {
  return el('section', { ...members, class: `card ${members.class ?? ''}`.trim() }, el('h2', {}, heading), children);
}

/**
 * Makes a table that scrolls by itself where it is too wide.
 * @param {string} label
 * @param {(string | {text: string, number?: boolean, kind?: string})[]} heads
 * @param {(Node | string | number | undefined)[][]} rows
 * @param {{foot?: Node, kind?: string}} [more] a foot, and a kind: `stacked` shows each row as a card where the window is narrow
 * @returns {HTMLElement}
 */
export function table(label, heads, rows, { foot, kind } = {}) {
  const kinds = heads.map((head) => [head.number && 'number', head.kind].filter(Boolean).join(' ') || undefined);
  const names = heads.map((head) => head.text ?? head);
  return el(
    'div',
    { class: `scroll ${kind ?? ''}`.trim(), role: 'region', 'aria-label': label, tabindex: 0 },
    el(
      'table',
      { 'aria-label': label },
      el('thead', {}, el('tr', {}, names.map((name, i) => el('th', { scope: 'col', class: kinds[i] }, name)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map((value, i) => el('td', { class: kinds[i], 'data-head': names[i] }, value))))),
      foot,
    ),
  );
}

/**
 * Says what went wrong, and how to go on.
 * @param {Error} error
 * @param {() => void} [again]
 * @returns {HTMLElement}
 */
export function problem(error, again) {
  const { problem: told = {} } = error;
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('strong', {}, told.title ? foreign(told.title) : 'That did not work.'),
    ' ',
    foreign(error.message),
    told.errors?.length > 0 && el('ul', {}, told.errors.map((each) => el('li', {}, code(each.pointer), ' ', foreign(each.detail)))),
    requestOf(told),
    again && button('Try again', again),
  );
}

/**
 * Shows which request a problem is of, with the way to what became of it.
 * @param {{requestId?: string}} told
 * @returns {HTMLElement | undefined}
 */
export function requestOf({ requestId }) {
  return requestId && el('div', { class: 'quiet' }, 'Request ', el('a', { href: hashOf(['requests', requestId]) }, code(requestId)));
}

/**
 * Shows that there is nothing, and what that means.
 * @param {string} title
 * @param {...(Node | string)} more
 * @returns {HTMLElement}
 */
export function empty(title, ...more) {
  return el('div', { class: 'empty' }, el('strong', {}, title), el('p', {}, more));
}

/**
 * Shows that something is on its way.
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function loading(text = 'Loading…') {
  return el('div', { class: 'loading', role: 'status' }, text);
}
