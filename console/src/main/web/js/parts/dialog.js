import { el } from '../dom.js';
import { button } from './cells.js';

/**
 * Opens a dialog; the focus goes back to where it was when it closes.
 * @param {string} title
 * @param {...(Node | string)} children
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, ...children) {
  const before = document.activeElement;
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    el('div', { class: 'dialog-head' }, el('h2', { id: 'dialog-title' }, title), button('×', () => dialog.close(), { class: 'plain', 'aria-label': 'Close' })),
    children,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Closes what is open: it belongs to a view that is left. */
export function closeDialogs() {
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
}
