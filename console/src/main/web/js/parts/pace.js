const HURRY = 90_000;
const CALM_TICKS = 5;

/** Milliseconds between two questions whether to read again. */
export const TICK = 2_000;

/** How often something is read again: at each tick while a change is on its way, seldom else. */
export class Pace {
  #until = 0;
  #ticks = 0;

  /** Says that a change is on its way: it is there within a minute. */
  hurry() {
    this.#until = Date.now() + HURRY;
  }

  /** Says that the change has arrived. */
  calm() {
    this.#until = 0;
  }

  /** Whether a change may still be on its way. */
  get hurries() {
    return Date.now() < this.#until;
  }

  /**
   * Returns whether to read at this tick.
   * @returns {boolean}
   */
  isDue() {
    this.#ticks += 1;
    return this.hurries || this.#ticks % CALM_TICKS === 0;
  }
}
