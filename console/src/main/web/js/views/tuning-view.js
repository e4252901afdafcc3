import { el, fill, foreign } from '../dom.js';
import { titleOf } from '../logic/catalogue.js';
import { hashOf } from '../logic/route.js';
import { rfc3339, SPANS } from '../logic/times.js';
import { TRIED_SPANS, bodyOf, changed, queryOfTrial, rowsOf, summaryOf, trialOf } from '../logic/tuning.js';
import { button, loading, problem, severity, subject, time } from '../parts/cells.js';
import { countTable } from '../parts/count-table.js';
import { pageHead } from '../parts/page-head.js';
import { thresholdRow } from '../parts/threshold-row.js';
import { now } from '../server-clock.js';
import { View } from '../view.js';

const SPAN_WORDS = { '1h': 'last hour', '6h': 'last 6 hours', '24h': 'last 24 hours' };

/** What other settings would have done: rules of the firewall that count, and thresholds of detectors. */
class TuningView extends View {
  #trial;
  #asked = 0;
  #countsAsked = 0;
  #countedSpan;
  #counts;
  #comparison;
  #values = {};
  #span = el('select', { id: 'tuning-span', onchange: () => this.#go() }, TRIED_SPANS.map((name) => el('option', { value: name }, SPAN_WORDS[name])));
  #firewall = el('div', {}, loading('Counting…'));
  #rows = el('div', { class: 'thresholds' }, loading('Reading the thresholds…'));
  #compare = el('button', { class: 'primary', disabled: true }, 'Compare');
  #allToday = button('All as today', () => this.#reset(), { disabled: true });
  #state = el('p', { class: 'tried', role: 'status' });
  #result = el('div', { class: 'found', 'aria-live': 'polite' });

  show() {
    fill(
      this,
      pageHead('Tuning', this.#offer(), el('label', {}, 'Over the ', this.#span)),
      el(
        'div',
        { class: 'stack' },
        el('section', { class: 'card' }, el('h2', {}, 'Firewall rules that count: what they would have blocked'), this.#firewall),
        el(
          'div',
          { class: 'tuning' },
          el(
            'section',
            { class: 'card' },
            el('h2', {}, 'Thresholds of detectors'),
            el('form', { onsubmit: (event) => this.#submit(event), novalidate: true }, this.#rows, el('div', { class: 'buttons' }, this.#compare, this.#allToday)),
            el('p', { class: 'quiet' }, 'Nothing is changed by trying. The other thresholds of a detector move in the same ratio. To keep a value, change the detector and deploy.'),
          ),
          el('section', { class: 'card outcome' }, el('h2', {}, 'With these thresholds'), this.#state, this.#result),
        ),
      ),
    );
    this.moveTo(this.route);
  }

  moveTo(route) {
    if (route.segments[0] !== 'tuning') return false;
    this.route = route;
    this.#trial = trialOf(route.query);
    this.#span.value = this.#trial.span;
    if (this.#comparison && this.#pending) this.#showRows();
    if (this.#countedSpan !== this.#trial.span) this.#readCounts();
    this.#run();
    return true;
  }

  async #readCounts() {
    const asked = ++this.#countsAsked;
    this.#countedSpan = this.#trial.span;
    this.#counts = undefined;
    fill(this.#firewall, loading('Counting…'));
    try {
      const counts = await this.api.get('v1/firewall/counts', this.#countsQuery(), this.signal);
      if (asked !== this.#countsAsked) return;
      this.#counts = counts;
      fill(this.#firewall, incomplete(counts), counts.warnings.map((warning) => el('p', { class: 'note' }, foreign(warning))), countTable(counts));
    } catch (error) {
      if (!this.signal.aborted && asked === this.#countsAsked) fill(this.#firewall, problem(error, () => this.#readCounts()));
    }
  }

  #countsQuery() {
    return new URLSearchParams({ from: rfc3339(now() - SPANS[this.#trial.span]) });
  }

  async #run() {
    const asked = ++this.#asked;
    fill(this.#state, 'Comparing…');
    this.#compare.disabled = true;
    try {
      const { body } = await this.api.call({ method: 'POST', path: 'v1/what-if', body: bodyOf(this.#trial, now()), signal: this.signal });
      if (asked !== this.#asked) return;
      const first = !this.#comparison;
      this.#comparison = body;
      if (first) this.#showRows();
      this.#showResult();
    } catch (error) {
      if (this.signal.aborted || asked !== this.#asked) return;
      fill(this.#state);
      if (!this.#comparison) fill(this.#rows);
      fill(this.#result, problem(error, () => this.#run()));
    } finally {
      if (asked === this.#asked) this.#compare.disabled = false;
    }
  }

  #showRows() {
    const focused = document.activeElement?.id;
    this.#values = {};
    fill(
      this.#rows,
      this.#comparison.thresholds.map((threshold) => {
        const value = this.#trial.given[threshold.detector] ?? threshold.today;
        this.#values[threshold.detector] = value;
        return thresholdRow(threshold, value, (next) => {
          this.#values[threshold.detector] = next;
          this.#showPending();
        });
      }),
    );
    this.#showPending();
    if (focused) document.getElementById(focused)?.focus();
  }

  /** Whether the sliders say something else than what was compared. */
  get #pending() {
    const now = changed(this.#comparison.thresholds, this.#values);
    return queryOfTrial({ span: '', given: now }).toString() !== queryOfTrial({ span: '', given: changed(this.#comparison.thresholds, this.#trial.given) }).toString();
  }

  #showPending() {
    this.#allToday.disabled = Object.keys(changed(this.#comparison.thresholds, this.#values)).length === 0;
    this.#compare.toggleAttribute('data-pending', this.#pending);
    if (this.#state.textContent !== 'Comparing…') this.#showState();
  }

  #showState() {
    const tried = Object.keys(changed(this.#comparison.thresholds, this.#trial.given)).length > 0;
    const text = this.#pending ? 'The thresholds have changed: compare again.' : summaryOf(this.#comparison, tried);
    if (this.#state.textContent !== text) fill(this.#state, text);
  }

  #showResult() {
    const comparison = this.#comparison;
    const tried = Object.keys(changed(comparison.thresholds, this.#trial.given)).length > 0;
    this.#showState();
    fill(
      this.#result,
      incomplete(comparison),
      tried && [this.#list('Newly found', comparison.newlyFound, comparison.newlyFoundCount, 'Nobody would newly be found.'), this.#list('Lost', comparison.lost, comparison.lostCount, 'Nothing that is found today would be lost.')],
      el('p', { class: 'quiet' }, 'Both runs start without a memory of what came before the first signal, so what detection knew from earlier is missing in both.'),
    );
  }

  #list(title, findings, count, nothing) {
    return el(
      'section',
      { 'aria-label': title },
      el('h3', {}, `${title} (${count})`),
      findings.length === 0 ? el('p', { class: 'quiet' }, nothing) : el('ul', { class: 'tried-list' }, findings.map(item)),
      count > findings.length && el('p', { class: 'quiet' }, `The worst ${findings.length} of ${count} are listed.`),
    );
  }

  #submit(event) {
    event.preventDefault();
    if (!event.currentTarget.reportValidity()) return;
    this.#go();
  }

  #reset() {
    this.#trial = { ...this.#trial, given: {} };
    this.#showRows();
    this.#go();
  }

  #go() {
    const given = this.#comparison ? changed(this.#comparison.thresholds, this.#values) : this.#trial.given;
    const hash = hashOf(['tuning'], queryOfTrial({ span: this.#span.value, given }));
    if (location.hash === hash) this.#run();
    else location.hash = hash;
  }

  #offer() {
    return {
      name: 'tuning',
      calls: () => [{ url: this.api.url('v1/firewall/counts', this.#countsQuery()) }, { method: 'POST', url: this.api.url('v1/what-if'), body: bodyOf(this.#trial, now()) }],
      data: () => ({ counts: this.#counts, whatIf: this.#comparison }),
      rows: () => rowsOf(this.#counts, this.#comparison),
    };
  }
}

function incomplete({ complete, completeSince }) {
  return !complete && el('p', { class: 'note' }, 'There was more than could be read in time: records before ', time(completeSince), ' are missing. Take a shorter time.');
}

function item(finding) {
  return el(
    'li',
    {},
    severity(finding.severity),
    el('strong', {}, foreign(titleOf(finding.detector))),
    subject(finding.scope, finding.subject),
    time(finding.lastSeen),
    el('span', { class: 'quiet why' }, foreign(finding.explanation), ` · ${finding.signalCount} ${finding.signalCount === 1 ? 'signal' : 'signals'}`),
  );
}

customElements.define('tuning-view', TuningView);
