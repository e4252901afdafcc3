import { el, fill } from '../dom.js';

const AROUND = 8;

/** A table of any length of which only the rows in sight exist. Rows have one height, that of `--row` in the style sheet. */
export class VirtualList extends HTMLElement {
  #items = [];
  #render = () => [];
  #rows = new Map();
  #port = el('div', { class: 'port', role: 'rowgroup', onscroll: () => this.#later(), onkeydown: (event) => this.#key(event) });
  #space = el('div', { class: 'space', role: 'presentation' });
  #pending = false;
  #watch = new ResizeObserver(() => this.#refresh());

  /**
   * Says what the list shows.
   * @param {string} label
   * @param {string[]} heads
   * @param {(item: any) => (Node | string)[]} render cells of a row; the first link with `data-main` is what arrows move between
   */
  setUp(label, heads, render) {
    this.#render = render;
    this.setAttribute('role', 'table');
    this.setAttribute('aria-label', label);
    const head = el('div', { class: 'row head', role: 'row' }, heads.map((text) => el('span', { role: 'columnheader' }, text)));
    fill(this.#port, this.#space);
    fill(this, el('div', { role: 'rowgroup' }, head), this.#port);
  }

  /** @param {any[]} items what the list has, in order; an item that is the same object keeps its row */
  set items(items) {
    this.#items = items;
    this.setAttribute('aria-rowcount', String(items.length + 1));
    this.#refresh();
  }

  /** The element that scrolls. */
  get port() {
    return this.#port;
  }

  connectedCallback() {
    this.#watch.observe(this.#port);
  }

  disconnectedCallback() {
    this.#watch.disconnect();
  }

  #later() {
    if (this.#pending) return;
    this.#pending = true;
    requestAnimationFrame(() => {
      this.#pending = false;
      this.#refresh();
    });
  }

  get #height() {
    return Number.parseFloat(getComputedStyle(this).getPropertyValue('--row')) || 36;
  }

  #refresh() {
    if (!this.isConnected) return;
    const height = this.#height;
    this.#space.style.height = `${this.#items.length * height}px`;
    const first = Math.max(0, Math.floor(this.#port.scrollTop / height) - AROUND);
    const last = Math.min(this.#items.length, Math.ceil((this.#port.scrollTop + this.#port.clientHeight) / height) + AROUND);
    const wanted = new Set(this.#items.slice(first, last));
    for (const [item, row] of this.#rows) {
      if (wanted.has(item)) continue;
      row.remove();
      this.#rows.delete(item);
    }
    for (let index = first; index < last; index += 1) this.#place(this.#items[index], index, height);
    if (last > this.#items.length - AROUND) this.dispatchEvent(new Event('end'));
  }

  #place(item, index, height) {
    let row = this.#rows.get(item);
    if (!row) {
      row = el('div', { class: 'row', role: 'row' }, this.#render(item).map((cell) => el('span', { role: 'cell' }, cell)));
      this.#rows.set(item, row);
      this.#space.append(row);
    }
    row.style.transform = `translateY(${index * height}px)`;
    row.dataset.index = String(index);
    row.setAttribute('aria-rowindex', String(index + 2));
  }

  #key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, Home: -Infinity, End: Infinity }[event.key];
    const row = event.target.closest('.row');
    if (steps === undefined || !row || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.focusRow(Math.min(this.#items.length - 1, Math.max(0, Number(row.dataset.index) + steps)));
  }

  /** @param {number} index of the row that gets the focus */
  focusRow(index) {
    const height = this.#height;
    const top = index * height;
    const bottom = top + height;
    if (top < this.#port.scrollTop) this.#port.scrollTop = top;
    if (bottom > this.#port.scrollTop + this.#port.clientHeight) this.#port.scrollTop = bottom - this.#port.clientHeight;
    this.#refresh();
    const row = this.#rows.get(this.#items[index]);
    (row?.querySelector('[data-main]') ?? row?.querySelector('a, button'))?.focus({ preventScroll: true });
  }
}

customElements.define('virtual-list', VirtualList);
