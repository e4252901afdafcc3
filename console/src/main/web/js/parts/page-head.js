/** The head of a view: its title, and what can be taken away from it. */

import { el } from '../dom.js';
import { curlsOf } from '../logic/curl.js';
import { csvOf } from '../logic/csv.js';
import { fileStamp } from '../logic/times.js';
import { now } from '../server-clock.js';
import { announce } from './announce.js';
import { button } from './cells.js';

/**
 * What a view offers to take away.
 * @typedef {object} Offer
 * @property {string} name of the files
 * @property {() => {method?: string, url: string, headers?: Record<string, string>, body?: unknown}[]} calls that give what the view shows
 * @property {() => unknown} data what is shown, for JSON
 * @property {() => Record<string, unknown>[]} [rows] what is shown, for CSV
 */

/**
 * Makes the head of a view.
 * @param {Node | string} title
 * @param {Offer} offer
 * @param {...(Node | undefined)} more beside the title
 * @returns {HTMLElement}
 */
export function pageHead(title, offer, ...more) {
  return el(
    'header',
    { class: 'page-head' },
    el('h1', { tabindex: -1 }, title),
    more,
    el(
      'div',
      { class: 'actions' },
      button('Copy as curl', () => copied(curlsOf(offer.calls()))),
      button('JSON', () => saved(fileOf(offer, 'json'), 'application/json', JSON.stringify(offer.data() ?? null, null, 2)), { 'aria-label': 'Export as JSON' }),
      offer.rows && button('CSV', () => saved(fileOf(offer, 'csv'), 'text/csv;charset=utf-8', csvOf(offer.rows())), { 'aria-label': 'Export as CSV' }),
    ),
  );
}

/**
 * Copies a text, and says so.
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied.');
  } catch {
    announce('The browser did not let the page copy.');
  }
}

function fileOf({ name }, ending) {
  return `${name}-${fileStamp(now())}.${ending}`;
}

function saved(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
