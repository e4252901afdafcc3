import { el } from '../dom.js';

const VISIBLE = 5_000;

/**
 * Tells something in passing: seen at the edge of the page, and read aloud politely.
 * @param {string} text
 */
export function announce(text) {
  const place = document.getElementById('notices');
  const notice = el('div', { class: 'notice' }, text);
  place.append(notice);
  setTimeout(() => notice.remove(), VISIBLE);
}
