import { el, fill, foreign } from '../dom.js';
import { GATES } from '../logic/catalogue.js';
import { BLOCKABLE_KINDS, hashOf, pathOf } from '../logic/route.js';
import { SPANS, rfc3339 } from '../logic/times.js';
import { refusedByGate, refusedOf, sums } from '../logic/traffic.js';
import { blockDialog } from '../parts/block-dialog.js';
import { blocksOf } from '../parts/block-lists.js';
import { blockNow, blocksBefore } from '../parts/block-story.js';
import { button, card, empty, findingLink, gate, loading, problem, scopeWords, severity, table, tag, time } from '../parts/cells.js';
import { entryTable } from '../parts/entry-table.js';
import { Pace, TICK } from '../parts/pace.js';
import { pageHead } from '../parts/page-head.js';
import { refusal } from '../parts/refusal.js';
import { View } from '../view.js';
import { now } from '../server-clock.js';

const DEFAULT_SPAN = '24h';

/** One address, network, user, client or key: what it did, what was found, and what speaks for it. */
class ActorView extends View {
  #actor;
  #body = el('div', {});
  #block = el('div', {}, loading());
  #blocks;
  #told;
  #pace = new Pace();

  get #kind() {
    return this.route.segments[1];
  }

  get #id() {
    return this.route.segments[2];
  }

  get #isBlockable() {
    return BLOCKABLE_KINDS.includes(this.#kind);
  }

  get #span() {
    const asked = this.route.query.get('last');
    return Object.hasOwn(SPANS, asked ?? '') ? asked : DEFAULT_SPAN;
  }

  get #path() {
    return pathOf('v1/actors', this.#kind, this.#id.replace('/', '_'));
  }

  show() {
    const go = (event) => {
      location.hash = hashOf(this.route.segments, new URLSearchParams({ last: event.currentTarget.value }));
    };
    const choice = el('label', {}, 'Time ', el('select', { onchange: go }, Object.keys(SPANS).map((name) => el('option', { value: name, selected: name === this.#span }, `last ${name}`))));
    const block = this.#isBlockable && button('Block…', () => blockDialog(this.context, { source: this.#id }, () => this.#followUp()), { class: 'primary' });
    fill(this, pageHead([`${scopeWords(this.#kind)} `, foreign(this.#id, 'mono')], this.#offer(), choice, block), this.#body);
    this.#read();
    if (!this.#isBlockable) return;
    this.#readBlocks();
    this.every(TICK, () => !document.hidden && this.#pace.isDue() && this.#readBlocks());
  }

  /** Reads the blocks again after something was done here, until it has arrived. */
  #followUp() {
    this.#pace.hurry();
    this.#readBlocks();
  }

  async #readBlocks() {
    try {
      this.#blocks = await blocksOf(this.api, this.#id, { signal: this.signal });
      if (this.#blocks.running?.state !== 'pending') this.#pace.calm();
      this.#showBlocks();
    } catch (error) {
      if (!this.signal.aborted && !this.#blocks) fill(this.#block, problem(error, () => this.#readBlocks()));
    }
  }

  #query() {
    return new URLSearchParams({ from: rfc3339(now() - SPANS[this.#span] + 1000) });
  }

  async #read() {
    fill(this.#body, loading('Searching the logs of the gates…'));
    try {
      this.#actor = await this.api.get(this.#path, this.#query(), this.signal);
      this.#showActor();
    } catch (error) {
      if (!this.signal.aborted) fill(this.#body, refusal(error), button('Try again', () => this.#read()));
    }
  }

  #showActor() {
    const actor = this.#actor;
    fill(
      this.#body,
      !actor.complete && el('p', { class: 'note' }, 'The search ran out of time: what happened before ', time(actor.completeSince), ' may be missing.'),
      el('div', { class: 'two-columns' }, el('div', { class: 'stack' }, this.#history(), card('What gates had against it', {}, entryTable(actor))), el('div', { class: 'stack' }, this.#balance(), this.#isBlockable && card('Block', {}, this.#block), this.#findings())),
    );
  }

  #sums() {
    const { timeline } = this.#actor;
    return { ...sums(timeline), reported: timeline.reduce((all, hour) => all + hour.reported, 0), byGate: refusedByGate(timeline) };
  }

  #balance() {
    const { passed, refused, reported, byGate } = this.#sums();
    const all = passed + refused;
    const good = passed > 0 ? `${passed} requests and sign-ins passed, ${Math.round((100 * passed) / all)} % of all.` : 'Nothing: no request and no sign-in of it passed in this time.';
    const against = GATES.filter((name) => byGate[name]).map((name) => el('li', {}, gate(name), ` ${byGate[name]} refused`));
    return card('For and against', {}, el('h3', {}, 'What speaks for it'), el('p', {}, good), el('h3', {}, 'What speaks against it'), against.length > 0 ? el('ul', { class: 'plain-list' }, against) : el('p', {}, 'No gate refused it.'), reported > 0 && el('p', {}, `${reported} were let through and reported.`));
  }

  #history() {
    const { timeline } = this.#actor;
    if (timeline.length === 0) return card('By the hour', {}, empty('No requests in this time.'));
    const most = Math.max(...timeline.map((hour) => hour.passed + refusedOf(hour)), 1);
    const rows = timeline.map((hour) => [time(hour.start), this.#bar(hour, most), hour.passed, refusedOf(hour), hour.reported]);
    return card('By the hour', {}, this.#key(), table('Requests by the hour', ['hour', 'gates', { text: 'passed', number: true }, { text: 'refused', number: true }, { text: 'reported', number: true }], rows, { kind: 'stacked' }));
  }

  #key() {
    const { byGate } = this.#sums();
    return el('p', { class: 'row-of' }, gate(), GATES.filter((name) => byGate[name]).map((name) => gate(name)));
  }

  #bar(hour, most) {
    const parts = [['passed', hour.passed], ...GATES.map((name) => [name, hour.refused[name] ?? 0])].filter(([, count]) => count > 0);
    const bar = el('span', { class: 'bar', role: 'img', 'aria-label': parts.map(([name, count]) => `${name} ${count}`).join(', ') });
    for (const [name, count] of parts) {
      const part = el('i', { 'data-gate': name, title: `${name} ${count}` });
      part.style.width = `${(100 * count) / most}%`;
      bar.append(part);
    }
    return bar;
  }

  /** Shows the blocks, unless they are what is shown already: a button would lose the focus. */
  #showBlocks() {
    const told = JSON.stringify(this.#blocks);
    if (told === this.#told) return;
    this.#told = told;
    const { running, ended } = this.#blocks;
    fill(
      this.#block,
      running ? blockNow(this.context, this.#blocks, this.#id, () => this.#followUp()) : el('p', {}, ended.length > 0 ? 'It is not blocked.' : 'It is not blocked, and was not within seven days.'),
      blocksBefore(this.#blocks, this.context.session.principal),
      el('a', { href: '#/blocks', class: 'more' }, 'To the blocks'),
    );
  }

  #findings() {
    const { threats } = this.#actor;
    if (threats.length === 0) return card('Findings about it', {}, empty('None.'));
    const items = threats.map((each) => el('li', {}, severity(each.severity), el('span', { class: 'two' }, findingLink(each), tag(each.state, each.state === 'open' ? 'warn' : undefined)), time(each.lastSeen, 'ago')));
    const query = new URLSearchParams({ scope: this.#kind, subject: this.#id, noise: '1' });
    return card('Findings about it', {}, el('ul', { class: 'short-list' }, items), el('a', { href: hashOf(['findings'], query) }, 'In the list'));
  }

  #offer() {
    return {
      name: 'actor',
      calls: () => [{ url: this.api.url(this.#path, this.#query()) }, ...(this.#blocks ? ['v1/blocks', 'v1/blocks?state=ended'] : []).map((path) => ({ url: this.api.url(path) }))],
      data: () => this.#actor,
      rows: () => this.#actor?.newest ?? [],
    };
  }
}

customElements.define('actor-view', ActorView);
