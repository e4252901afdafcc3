import { el } from '../dom.js';
import { titleOf } from '../logic/catalogue.js';
import { STOPS, stopOf, valueAt } from '../logic/tuning.js';
import { button } from './cells.js';

/**
 * Makes the row of one detector: a slider and a number for its threshold, with today's value marked.
 * @param {import('../logic/tuning.js').Threshold} threshold
 * @param {number} value
 * @param {(value: number) => void} changed
 * @returns {HTMLElement}
 */
export function thresholdRow(threshold, value, changed) {
  const { detector, measure, today, min, max, step, others } = threshold;
  const title = titleOf(detector);
  const id = `threshold-${detector}`;
  const number = el('input', { type: 'number', id, min, max, step: 'any', required: true, value });
  const slider = el('input', { type: 'range', id: `slider-${detector}`, min: 0, max: STOPS, step: 1, value: stopOf(threshold, value), 'aria-label': `${title}: slider` });
  const track = el('span', { class: 'track' }, slider, el('i', { class: 'mark', 'aria-hidden': 'true' }));
  track.style.setProperty('--at', String(stopOf(threshold, today) / STOPS));
  const reset = button('Reset', () => { take(today); number.focus(); }, { class: 'plain', 'aria-label': `Reset ${title} to today's ${today}` });
  const row = el(
    'div',
    { class: 'threshold' },
    el('label', { for: id }, title),
    track,
    number,
    el('span', { class: 'quiet today' }, `today ${today}`),
    reset,
    el('span', { class: 'quiet measure' }, measure, `, ${min} to ${max}`, others.map((other) => ` · ${other.measure}: today ${other.today}`)),
  );

  const show = (next, from) => {
    if (from !== number) number.value = String(next);
    if (from !== slider) slider.value = String(stopOf(threshold, next));
    slider.setAttribute('aria-valuetext', `${next} ${measure}`);
    row.toggleAttribute('data-changed', next !== today);
    reset.disabled = next === today;
  };
  /** Takes a value; the part that it came from stays as the reader left it. */
  const take = (next, from) => {
    show(next, from);
    changed(next);
  };
  slider.addEventListener('input', () => take(valueAt(threshold, Number(slider.value)), slider));
  number.addEventListener('input', () => number.checkValidity() && take(Number(number.value), number));
  show(value);
  return row;
}
