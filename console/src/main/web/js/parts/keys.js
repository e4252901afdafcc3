/** Keys that act at once; they are off where somebody writes, and where the reader turned them off. */

import { preferences } from '../prefs.js';
import { showHelp } from './help.js';

const PLACES = { n: '#/now', f: '#/findings', r: '#/requests', b: '#/blocks', t: '#/tuning', h: '#/health' };
const SECOND_KEY = 1_500;

let before;

/**
 * Listens for keys.
 * @param {() => boolean} ready whether views are shown
 */
export function watchKeys(ready) {
  addEventListener('keydown', (event) => {
    const writes = event.target.closest?.('input, textarea, select, dialog, [role=menu]');
    if (event.defaultPrevented || !ready() || writes || !preferences.keys || event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event.key)) event.preventDefault();
  });
}

function act(key) {
  const place = before && Date.now() - before < SECOND_KEY ? PLACES[key] : undefined;
  before = key === 'g' ? Date.now() : undefined;
  if (place) location.hash = place;
  else if (key === '?') showHelp();
  else if (key === 't') preferences.nextTheme();
  else if (key === 'z') preferences.nextZone();
  else if (key === '/') return focusOn('#main input[type=search]');
  else if (key === 'j') return focusOn('#main virtual-list [data-main]');
  else return false;
  return true;
}

function focusOn(selector) {
  const found = document.querySelector(selector);
  found?.focus();
  return Boolean(found);
}
