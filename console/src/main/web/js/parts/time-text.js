import { preferences } from '../prefs.js';
import { ago, clock, countdown, dateTime } from '../logic/times.js';
import { now } from '../server-clock.js';

const shown = new Set();
let ticker;

/** A time that follows the zone of the reader and the clock: `at` is RFC 3339, `mode` one of full, clock, ago, left. */
export class TimeText extends HTMLElement {
  connectedCallback() {
    shown.add(this);
    ticker ??= setInterval(tick, 1000);
    this.show();
  }

  disconnectedCallback() {
    shown.delete(this);
  }

  /** Writes the time as it is to be read now. */
  show() {
    const { at, mode } = this.dataset;
    const words = { full: dateTime, clock, ago: () => ago(at, now()), left: () => countdown(at, now()) };
    const text = words[mode](at, preferences.zone);
    const suffix = mode === 'ago' && text && text !== 'now' ? ' ago' : '';
    if (this.textContent !== text + suffix) this.textContent = text + suffix;
    const title = `${dateTime(at, preferences.zone)} ${preferences.zone === 'utc' ? 'UTC' : 'local time'}`;
    if (this.title !== title) this.title = title;
  }
}

function tick() {
  for (const each of shown) if (each.dataset.mode === 'ago' || each.dataset.mode === 'left') each.show();
}

preferences.addEventListener('change', () => shown.forEach((each) => each.show()));
customElements.define('time-text', TimeText);
