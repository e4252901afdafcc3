import { el, fill, foreign } from '../dom.js';
import { SOURCES, calmWords, isLate, letterGroups, shortName, silentSources, troublesOf } from '../logic/health.js';
import { span } from '../logic/times.js';
import { counted } from '../logic/words.js';
import { button, card, code, empty, loading, problem, table, tag, time } from '../parts/cells.js';
import { pageHead } from '../parts/page-head.js';
import { View } from '../view.js';

/** CloudWatch charges by the question, and knows nothing newer within a minute. */
const POLL = 60_000;
const KINDS = { unavailable: 'no answer', alarm: 'alarm', deadLetters: 'dead letters', late: 'waits', errors: 'errors', throttles: 'throttled', silent: 'silent' };
const STATES = { alarm: ['alarm', 'bad'], insufficientData: ['no data', undefined], ok: ['ok', 'good'] };

/** Whether the system itself works: what is wrong first, then everything in one glance. */
class HealthView extends View {
  #status;
  #touch = el('span', { class: 'touch', role: 'status' }, 'Loading…');
  #verdict = el('div', { 'aria-live': 'polite' });
  #body = el('div', {}, loading());

  show() {
    fill(this, pageHead('Health', this.#offer(), this.#touch, button('Read again', () => this.#read())), this.#verdict, this.#body);
    this.#read();
    this.every(POLL, () => !document.hidden && this.#read());
  }

  async #read() {
    const isNewest = this.reading('status');
    try {
      const status = await this.api.get('v1/monitoring', undefined, this.signal);
      if (!isNewest()) return;
      this.#status = status;
      this.#touch.dataset.state = 'live';
      fill(this.#touch, el('span', {}, 'as of ', time(this.#status.at, 'clock'), ', every minute'));
      this.#showStatus();
    } catch (error) {
      if (this.signal.aborted || !isNewest()) return;
      this.#touch.dataset.state = 'lost';
      fill(this.#touch, this.#status ? el('span', {}, 'as of ', time(this.#status.at, 'clock'), '; it does not answer now') : 'It does not answer.');
      if (!this.#status) fill(this.#body, problem(error, () => this.#read()));
    }
  }

  #showStatus() {
    const status = this.#status;
    const troubles = troublesOf(status);
    const told = JSON.stringify(troubles);
    if (this.#verdict.dataset.told !== told) {
      this.#verdict.dataset.told = told;
      fill(this.#verdict, troubles.length === 0 ? calm(status) : wrong(troubles));
    }
    const open = this.#body.querySelector('details')?.open;
    const focused = this.#body.contains(document.activeElement) && document.activeElement.getAttribute('aria-label');
    fill(
      this.#body,
      el(
        'div',
        { class: 'health' },
        el('div', { class: 'stack' }, part('Sources of signals', status, 'sources', sources), part('Functions, last hour', status, 'functions', functions)),
        part('Queues', status, 'queues', queues),
        part('Dead letters', status, 'deadLetters', letters, { class: 'wide' }),
        part('Alarms', status, 'alarms', (each) => alarms(each, open), { class: 'wide' }),
      ),
    );
    if (focused) [...this.#body.querySelectorAll('[aria-label]')].find((each) => each.getAttribute('aria-label') === focused)?.focus({ preventScroll: true });
  }

  #offer() {
    return {
      name: 'health',
      calls: () => [{ url: this.api.url('v1/monitoring') }],
      data: () => this.#status,
      rows: () => (this.#status ? troublesOf(this.#status) : []),
    };
  }
}

function calm(status) {
  return el('div', { class: 'verdict', 'data-tone': 'good' }, el('strong', {}, 'Nothing is wrong.'), ' ', el('span', { class: 'quiet' }, calmWords(status)));
}

function wrong(troubles) {
  const worst = troubles.some(({ tone }) => tone === 'bad') ? 'bad' : 'warn';
  const title = worst === 'bad' ? `${counted(troubles.length, 'thing')} to look at` : 'Nothing fails';
  return el('section', { class: 'verdict', 'data-tone': worst, 'aria-label': 'What is wrong' }, el('strong', {}, title), el('ul', {}, troubles.map(trouble)));
}

function trouble({ kind, tone, title, name, reason, since, runbook }) {
  return el(
    'li',
    { 'data-kind': kind },
    tag(KINDS[kind], tone),
    el('div', {}, el('span', { class: 'trouble-title', title: name }, foreign(title)), reason && el('div', { class: 'quiet' }, foreign(reason))),
    el('span', { class: 'runbook' }, runbook && code(runbook)),
    el('span', { class: 'quiet' }, since && time(since, 'ago')),
  );
}

/** A part that nobody answered for says so, beside what is known of it. */
function part(heading, status, name, show, members = {}) {
  const missing = status.unavailable.includes(name);
  return card(heading, { ...members, class: `part ${members.class ?? ''}`.trim() }, missing && el('p', { class: 'missing' }, status[name].length > 0 ? 'Not all could be read.' : 'Could not be read.'), (!missing || status[name].length > 0) && show(status));
}

function sources(status) {
  const silent = new Set(silentSources(status).map(({ log }) => log));
  const rows = status.sources.map(({ log, lastEventAt }) => [SOURCES[log] ?? foreign(log), lastEventAt ? time(lastEventAt, 'ago') : 'none yet, or not in two weeks', silent.has(log) ? tag('silent', 'warn') : '']);
  return table('Sources of signals', ['log', 'last line', 'state'], rows);
}

function queues(status) {
  const order = status.queues.toSorted((a, b) => weight(b) - weight(a) || shortName(a.name).localeCompare(shortName(b.name)));
  const rows = order.map((queue) => [
    el('span', { title: queue.name }, foreign(shortName(queue.name))),
    queue.waiting ?? '–',
    queue.oldestSeconds === undefined ? '' : span(queue.oldestSeconds * 1000),
    note(queue),
  ]);
  return table('Queues', ['queue', { text: 'waiting', number: true }, { text: 'oldest', number: true }, 'state'], rows);
}

function note(queue) {
  if (isLate(queue)) return tag('late', 'bad');
  if (queue.kind === 'work') return '';
  return queue.waiting > 0 ? tag('dead letters', 'bad') : el('span', { class: 'quiet' }, 'no dead letters');
}

/** What is wrong stands first, then work, then empty dead-letter queues. */
function weight(queue) {
  if (isLate(queue) || (queue.kind === 'deadLetters' && queue.waiting > 0)) return 2;
  return queue.kind === 'work' ? 1 : 0;
}

function functions(status) {
  const order = status.functions.toSorted((a, b) => b.errors + b.throttles - a.errors - a.throttles || shortName(a.name).localeCompare(shortName(b.name)));
  const count = (value, tone) => el('span', { class: value > 0 ? 'count-bad' : 'quiet', 'data-tone': tone }, value);
  const rows = order.map(({ name, invocations, errors, throttles }) => [el('span', { title: name }, foreign(shortName(name))), invocations, count(errors, 'bad'), count(throttles, 'warn')]);
  return table('Functions', ['function', { text: 'calls', number: true }, { text: 'errors', number: true }, { text: 'throttled', number: true }], rows);
}

function letters(status) {
  const groups = letterGroups(status.deadLetters);
  if (groups.length === 0) {
    const held = status.queues.some(({ kind, waiting }) => kind === 'deadLetters' && waiting > 0);
    return el('p', { class: 'quiet' }, held ? 'There are some, but none could be looked at.' : 'None. What nobody can handle is kept for 14 days, with its reason.');
  }
  const rows = groups.map(({ queue, reason, function: name, count, newest }) => [el('span', { title: queue, class: 'resource' }, foreign(shortName(queue))), foreign(reason), name ? el('span', { title: name, class: 'resource' }, foreign(shortName(name))) : '', count, time(newest)]);
  return [table('Dead letters', ['queue', 'reason', 'function', { text: 'letters', number: true }, 'sent'], rows), el('p', { class: 'quiet' }, 'What is in them stays where it is. 20 of a queue at most are looked at; what to do: ', code('docs/runbooks/dead-letters.md'), '.')];
}

function alarms(status, open) {
  if (status.alarms.length === 0) return empty('No alarms are deployed.', 'The parameter Alarms of the stack says whether there are any.');
  const rings = status.alarms.filter(({ state }) => state === 'alarm');
  const others = status.alarms.filter(({ state }) => state !== 'alarm');
  const unknown = others.filter(({ state }) => state === 'insufficientData').length;
  const words = `${counted(others.length, rings.length > 0 ? 'other' : 'alarm')}${unknown > 0 ? `, ${unknown} without data yet` : ''}`;
  return [rings.length > 0 && alarmTable('Alarms that ring', rings), others.length > 0 && el('details', { open }, el('summary', {}, rings.length === 0 ? 'None rings: ' : '', words), alarmTable('Other alarms', others))];
}

function alarmTable(label, list) {
  const rows = list.map(({ name, title, state, since, reason, runbook }) => {
    const [word, tone] = STATES[state] ?? [state];
    return [tag(word, tone), el('span', { title: name, class: 'resource' }, foreign(title)), time(since), foreign(reason, 'quiet'), runbook ? code(runbook) : ''];
  });
  return table(label, ['state', 'alarm', 'since', 'why', 'runbook'], rows);
}

customElements.define('health-view', HealthView);
