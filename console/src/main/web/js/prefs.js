/** What a reader chose: theme, time zone and keys. None tells anything about anybody; they outlive the page. */

const THEMES = ['system', 'light', 'dark'];
const ZONES = ['utc', 'local'];
const SWITCH = ['on', 'off'];

/** Theme and zone of the reader. */
class Preferences extends EventTarget {
  #values = { theme: read('theme', THEMES), zone: read('zone', ZONES), keys: read('keys', SWITCH) };

  /** @returns {'system' | 'light' | 'dark'} */
  get theme() {
    return this.#values.theme;
  }

  /** @returns {'utc' | 'local'} */
  get zone() {
    return this.#values.zone;
  }

  /** Whether single keys act. */
  get keys() {
    return this.#values.keys === 'on';
  }

  /** @param {boolean} act whether single keys act from now on */
  allowKeys(act) {
    this.#set('keys', act ? 'on' : 'off');
  }

  /** Takes the next theme: system, light, dark. */
  nextTheme() {
    this.#set('theme', next(THEMES, this.theme));
  }

  /** Takes the other time zone. */
  nextZone() {
    this.#set('zone', next(ZONES, this.zone));
  }

  /** Puts the theme on the page. */
  apply() {
    document.documentElement.dataset.theme = this.theme;
  }

  #set(name, value) {
    this.#values[name] = value;
    try {
      localStorage.setItem(`rampart-${name}`, value);
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
    this.apply();
    this.dispatchEvent(new CustomEvent('change', { detail: name }));
  }
}

/** The preferences of this page. */
export const preferences = new Preferences();

function read(name, values) {
  try {
    const value = localStorage.getItem(`rampart-${name}`);
    return values.includes(value) ? value : values[0];
  } catch {
    return values[0];
  }
}

function next(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}
