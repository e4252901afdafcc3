import { el, foreign } from '../dom.js';
import { refusalWords } from '../logic/refusals.js';
import { problem, requestOf } from './cells.js';

/**
 * Says why something that a person ordered was refused: in the console's words, or in the API's if it has none.
 * @param {Error} error
 * @param {{source?: string, text?: string}} [asked] what was named and written
 * @returns {HTMLElement}
 */
export function refusal(error, asked) {
  const { problem: told = {} } = error;
  const words = refusalWords(told, asked);
  if (!words) return problem(error);
  return el('div', { class: 'problem', role: 'alert' }, el('strong', {}, words.title), ' ', foreign(words.text), requestOf(told));
}
