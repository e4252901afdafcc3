import { el } from '../dom.js';
import { preferences } from '../prefs.js';
import { openDialog } from './dialog.js';

const KEYS = [
  ['g n', 'what happens now'],
  ['g f', 'findings'],
  ['g r', 'which gate said no'],
  ['g b', 'blocks'],
  ['g h', 'health of the system itself'],
  ['g t', 'tuning'],
  ['/', 'the search field of the page'],
  ['j', 'into the list; then j k, ↓ ↑, Home, End'],
  ['Enter', 'opens, or filters by a value'],
  ['Alt Enter', 'excludes a value'],
  ['Shift F10', 'the menu of a value'],
  ['z', 'UTC or local time'],
  ['t', 'theme: system, light, dark'],
  ['?', 'this help'],
];

/** Shows the keys, and lets the reader turn single keys off. */
export function showHelp() {
  if (document.querySelector('dialog[open]')) return;
  const change = (event) => preferences.allowKeys(event.currentTarget.checked);
  openDialog(
    'Keys',
    el('dl', { class: 'keys' }, KEYS.map(([key, text]) => [el('dt', {}, key.split(' ').flatMap((each) => [el('kbd', {}, each), ' '])), el('dd', {}, text)])),
    el('label', { class: 'check' }, el('input', { type: 'checkbox', checked: preferences.keys, onchange: change }), 'Single keys act'),
    el('p', { class: 'quiet' }, 'All that this page shows comes from the documented API: “Copy as curl” gives the calls.'),
  );
}
