/** What all views have in common: where they are, what they may use, and that they end with their requests. */
export class View extends HTMLElement {
  #ending = new AbortController();
  #timers = new Set();
  #readings = new Map();

  /** @type {{api: import('./api.js').Api, session: import('./session.js').Session}} */
  context;
  /** @type {{segments: string[], query: URLSearchParams}} */
  route;

  /** Ends the requests of the view when it leaves the page. */
  get signal() {
    return this.#ending.signal;
  }

  /** The API. */
  get api() {
    return this.context.api;
  }

  connectedCallback() {
    this.show();
  }

  disconnectedCallback() {
    this.#ending.abort();
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** Shows the view; each view has its own. */
  show() {}

  /**
   * Takes another address of the same view, such as another filter. Returns whether it could.
   * @param {{segments: string[], query: URLSearchParams}} _route
   * @returns {boolean}
   */
  moveTo(_route) {
    return false;
  }

  /**
   * Begins to read something, perhaps while an older answer is still on its way.
   * @param {string} what
   * @returns {() => boolean} whether this is still the last time that it was begun: if not, the answer is too old
   */
  reading(what) {
    const mark = Symbol(what);
    this.#readings.set(what, mark);
    return () => this.#readings.get(what) === mark;
  }

  /**
   * Does something again and again until the view leaves.
   * @param {number} milliseconds
   * @param {() => void} act
   */
  every(milliseconds, act) {
    this.#timers.add(setInterval(act, milliseconds));
  }
}
