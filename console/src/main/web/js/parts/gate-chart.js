import uPlot from '../../vendor/uPlot.esm.js';
import { el, fill } from '../dom.js';
import { GATES } from '../logic/catalogue.js';
import { columnsOf } from '../logic/traffic.js';
import { preferences } from '../prefs.js';
import { table, time } from './cells.js';

const HEIGHT = 200;
const DASHES = { edge: [6, 3], plan: [2, 2], schema: [8, 3, 2, 3], domain: [4, 4], input: [1, 3] };

/** Requests a minute as a line per gate, with switches for the lines, and the same as a table. */
export class GateChart extends HTMLElement {
  #plot;
  #data;
  #minutes = [];
  #hidden = new Set();
  #canvas = el('div', { class: 'canvas', 'aria-hidden': 'true' });
  #legend = el('div', { class: 'legend', role: 'group', 'aria-label': 'Lines' });
  #paint = el('span', { hidden: true });
  #table = el('div');
  #details = el('details', { ontoggle: () => this.#fillTable() }, el('summary', {}, 'As a table'), this.#table);
  #watch = new ResizeObserver(() => this.#plot?.setSize(this.#size()));
  #redraw = () => this.#draw();
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  connectedCallback() {
    fill(this, this.#legend, this.#canvas, this.#paint, this.#details);
    this.#watch.observe(this.#canvas);
    preferences.addEventListener('change', this.#redraw);
    this.#scheme.addEventListener('change', this.#redraw);
    this.#draw();
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    preferences.removeEventListener('change', this.#redraw);
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  /**
   * Shows minutes.
   * @param {object[]} minutes oldest first
   * @param {number} from milliseconds since 1970
   * @param {number} to
   */
  show(minutes, from, to) {
    this.#minutes = minutes;
    this.#data = columnsOf(minutes, GATES, from, to);
    if (this.#plot) this.#plot.setData(this.#data);
    else this.#draw();
    this.#fillLegend();
    this.#fillTable();
  }

  #draw() {
    if (!this.isConnected || !this.#data) return;
    this.#plot?.destroy();
    const axis = { stroke: this.#color('quiet'), grid: { stroke: this.#color('line'), width: 1 }, ticks: { show: false }, font: '11px system-ui' };
    const line = (name) => ({ label: name, stroke: this.#color(`gate-${name}`), width: name === 'passed' ? 1.25 : 1.75, dash: DASHES[name], show: !this.#hidden.has(name), points: { show: false } });
    this.#plot = new uPlot(
      {
        ...this.#size(),
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        tzDate: preferences.zone === 'utc' ? (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC') : undefined,
        scales: { y: { range: (_, __, max) => [0, Math.max(5, max * 1.1)] } },
        axes: [{ ...axis, size: 26, values: (_, ticks) => ticks.map((tick) => this.#tick(tick)) }, { ...axis, size: 40 }],
        series: [{}, line('passed'), ...GATES.map(line)],
      },
      this.#data,
      this.#canvas,
    );
  }

  /** Returns a colour of the style sheet as the page shows it: a canvas knows no variables. */
  #color(name) {
    this.#paint.style.color = `var(--${name})`;
    return getComputedStyle(this.#paint).color;
  }

  #tick(seconds) {
    const options = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: preferences.zone === 'utc' ? 'UTC' : undefined };
    return new Intl.DateTimeFormat('en-GB', options).format(seconds * 1000);
  }

  #size() {
    return { width: Math.max(200, this.#canvas.clientWidth), height: HEIGHT };
  }

  #fillLegend() {
    const totals = ['passed', ...GATES].map((name, index) => [name, this.#data[index + 1].reduce((sum, each) => sum + each, 0)]);
    if (this.#legend.childElementCount === 0) {
      fill(this.#legend, totals.map(([name]) => this.#switch(name)));
    }
    totals.forEach(([name, total], index) => {
      const show = total > 0 && !this.#hidden.has(name);
      if (this.#plot && this.#plot.series[index + 1].show !== show) this.#plot.setSeries(index + 1, { show });
      const number = this.#legend.children[index].lastChild;
      if (number.textContent !== String(total)) number.textContent = String(total);
    });
  }

  #switch(name) {
    const press = (event) => {
      const hide = !this.#hidden.has(name);
      if (hide) this.#hidden.add(name);
      else this.#hidden.delete(name);
      event.currentTarget.setAttribute('aria-pressed', String(!hide));
      this.#fillLegend();
    };
    return el('button', { type: 'button', class: 'switch', 'data-gate': name, 'aria-pressed': 'true', onclick: press }, el('span', {}, name), el('b', {}, '0'));
  }

  #fillTable() {
    if (!this.#details.open) return;
    const heads = ['minute', ...['passed', ...GATES].map((text) => ({ text, number: true }))];
    const rows = this.#minutes.toReversed().map((minute) => [time(minute.start, 'clock'), minute.passed, ...GATES.map((gate) => minute.refused[gate] ?? 0)]);
    fill(this.#table, table('Requests a minute by gate', heads, rows));
  }
}

customElements.define('gate-chart', GateChart);
