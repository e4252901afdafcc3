import { el, fill, foreign } from '../dom.js';
import { GATES, GATE_LOOKS } from '../logic/catalogue.js';
import { hashOf, pathOf } from '../logic/route.js';
import { card, code, empty, facts, loading, problem, subject, tag, time } from '../parts/cells.js';
import { reasonOf } from '../parts/entry-table.js';
import { pageHead } from '../parts/page-head.js';
import { View } from '../view.js';

const UNKNOWN = 404;
/** How problem documents name a request. */
const INSTANCE = /^urn:rampart:request:/;
const MOST_CHARACTERS = 64 + 'urn:rampart:request:'.length;
/** The firewall judges before the gateway looks for the route. */
const IN_ORDER = ['waf', ...GATES.filter((name) => name !== 'waf')];
const STEPS = IN_ORDER.filter((name) => name !== 'dependency');
const OUTCOMES = { passed: ['It passed every gate.', 'good'], refused: ['It was refused.', 'bad'], failed: ['It failed inside.', 'bad'], reported: ['It was let through, and reported.', 'warn'] };

/** The way of one request through the gates, with the reason at the one that refused. */
class RequestView extends View {
  #trace;
  #input = el('input', { id: 'request-id', type: 'search', maxlength: MOST_CHARACTERS, autocomplete: 'off', spellcheck: 'false', placeholder: 'such as 24a5c78c-ef65-4984-94ac-c17edaffe97d' });
  #body = el('div', { 'aria-live': 'polite' });

  get #id() {
    return this.route.segments[1] ?? '';
  }

  show() {
    const find = (event) => {
      event.preventDefault();
      const id = this.#input.value.trim().replace(INSTANCE, '');
      if (id) location.hash = hashOf(['requests', id]);
    };
    const form = el('form', { class: 'find wide', onsubmit: find }, el('label', { for: 'request-id' }, 'Request id'), this.#input, el('button', { class: 'primary' }, 'Which gate said no?'));
    fill(this, pageHead('Which gate said no', this.#offer()), form, this.#body);
    this.#input.value = this.#id;
    if (this.#id) this.#read();
    else fill(this.#body, empty('Paste the id of a request.', 'It is in x-amzn-RequestId of every answer, and in requestId and instance of every problem document. The last day is searched.'));
  }

  async #read() {
    fill(this.#body, loading('Searching the logs of the gates…'));
    try {
      this.#trace = await this.api.get(pathOf('v1/requests', this.#id), undefined, this.signal);
      this.#showTrace();
    } catch (error) {
      if (this.signal.aborted) return;
      if (error.status === UNKNOWN) fill(this.#body, empty('No gate logged this request in the last day.', 'A line takes up to a minute until it is found. ', el('button', { type: 'button', onclick: () => this.#read() }, 'Search again')));
      else fill(this.#body, problem(error, () => this.#read()));
    }
  }

  #showTrace() {
    const trace = this.#trace;
    const [words, tone] = OUTCOMES[trace.outcome] ?? [trace.outcome];
    fill(
      this.#body,
      el('p', { class: 'lead' }, tag(trace.outcome, tone), ' ', words, trace.gate && trace.outcome === 'refused' ? ` The gate ${trace.gate} said no.` : ''),
      this.#way(),
      card(
        'The request',
        {},
        facts([
          ['id', code(trace.requestId)],
          ['at', time(trace.at)],
          ['request', (trace.method || trace.route) && el('span', { class: 'mono' }, trace.method ?? '', ' ', foreign(trace.route ?? ''))],
          ['status', trace.status && String(trace.status)],
          ['point', trace.point && code(trace.point)],
          ['rule', trace.rule && code(trace.rule)],
          ['field', trace.field && code(trace.field)],
          ['problem', trace.problem && code(trace.problem)],
          ['address', trace.ip && subject('ip', trace.ip)],
          ['user', trace.principal && subject('principal', trace.principal)],
          ['client', trace.client && subject('client', trace.client)],
          ['API key', trace.apiKeyId && subject('apiKey', trace.apiKeyId)],
        ]),
      ),
    );
  }

  #way() {
    const { gate, outcome } = this.#trace;
    const steps = gate === 'dependency' ? IN_ORDER : STEPS;
    const stop = outcome === 'passed' || !gate ? steps.length : steps.indexOf(gate);
    const step = (name, index) => {
      const here = index === stop;
      const letThrough = outcome === 'reported';
      const state = here ? (letThrough ? 'reported' : 'refused') : index < stop || letThrough ? 'passed' : 'unreached';
      const word = { refused: outcome === 'failed' ? 'failed' : 'refused', reported: 'reported', passed: 'passed', unreached: 'not reached' }[state];
      return el('li', { class: 'step', 'data-state': state, 'aria-current': here ? 'step' : undefined }, el('b', {}, name), el('span', { class: 'quiet' }, GATE_LOOKS[name]), el('span', { class: 'step-word' }, word), here && el('span', { class: 'step-reason' }, reasonOf(this.#trace)));
    };
    return el('ol', { class: 'way', 'aria-label': 'The way through the gates' }, steps.map(step));
  }

  #offer() {
    return {
      name: 'request',
      calls: () => [{ url: this.api.url(pathOf('v1/requests', this.#id || 'REQUEST_ID')) }],
      data: () => this.#trace,
      rows: () => (this.#trace ? [this.#trace] : []),
    };
  }
}

customElements.define('request-view', RequestView);
