import { el, fill, foreign } from '../dom.js';
import { DETECTORS, isInformation, titleOf } from '../logic/catalogue.js';
import { ACTOR_KINDS, BLOCKABLE_KINDS, actorHash, hashOf, pathOf } from '../logic/route.js';
import { sumOf } from '../logic/sum.js';
import { rfc3339 } from '../logic/times.js';
import { announce } from '../parts/announce.js';
import { blockDialog } from '../parts/block-dialog.js';
import { blocksOf } from '../parts/block-lists.js';
import { button, card, code, facts, loading, problem, scopeWords, severity, subject, table, tag, time } from '../parts/cells.js';
import { entryTable } from '../parts/entry-table.js';
import { blockEvents, findingResponse } from '../parts/finding-response.js';
import { asOf, findingSum } from '../parts/finding-sum.js';
import { Pace, TICK } from '../parts/pace.js';
import { pageHead } from '../parts/page-head.js';
import { person } from '../parts/person.js';
import { refusal } from '../parts/refusal.js';
import { View } from '../view.js';

const WEEK = 7 * 24 * 3_600_000;
const AFTER = 60_000;
const CHANGED = 412;

/** One finding: what it says, the sum that made it, what was done, and what a person thinks of it. */
class FindingView extends View {
  #threat;
  #etag;
  #blocks;
  #told;
  #pace = new Pace();
  #note = el('textarea', { id: 'note', maxlength: 1000, rows: 3 });
  #said = el('div', { 'aria-live': 'polite' });
  #response = el('div', {});
  #times = el('div', {});
  #searched = {};

  get #path() {
    return pathOf('v1/threats', this.route.segments[1]);
  }

  get #me() {
    return this.context.session.principal;
  }

  get #isBlockable() {
    return BLOCKABLE_KINDS.includes(this.#threat.scope);
  }

  show() {
    fill(this, loading());
    this.#readFirst();
    this.every(TICK, () => this.#threat && !document.hidden && this.#pace.isDue() && this.#refresh());
  }

  async #readFirst() {
    try {
      await this.#read();
    } catch (error) {
      if (!this.signal.aborted) fill(this, el('h1', { tabindex: -1 }, 'Finding'), refusal(error));
      return;
    }
    this.#readBlocks().catch(() => undefined);
  }

  async #read() {
    const { body, etag } = await this.api.call({ path: this.#path, signal: this.signal });
    this.#take(body, etag);
  }

  /** Reads again what may have changed; what cannot be read now is read at the next time. */
  async #refresh() {
    try {
      const seen = this.#threat.version;
      await this.#read();
      if (this.#threat.version !== seen) fill(this.#said, el('p', { class: 'note' }, 'The finding has just changed: this page shows how it is now.'));
      await this.#readBlocks();
    } catch {
      // The view is gone, or goes on showing what it knows.
    }
  }

  async #readBlocks() {
    if (!this.#isBlockable) return;
    this.#blocks = await blocksOf(this.api, this.#threat.subject, { since: this.#threat.firstSeen, signal: this.signal });
    if (!this.#waitsFor()) this.#pace.calm();
    this.#showResponse();
  }

  /** Reads again after something was done here, until it has arrived. */
  #followUp() {
    this.#pace.hurry();
    this.#refresh();
  }

  #take(threat, etag) {
    const changed = this.#threat?.version !== threat.version;
    this.#threat = threat;
    this.#etag = etag;
    document.title = `${titleOf(threat.detector)}, ${threat.subject} · Rampart`;
    if (changed) this.#showFinding();
    this.#showResponse();
  }

  #showFinding() {
    const threat = this.#threat;
    const known = DETECTORS[threat.detector];
    const writes = document.activeElement === this.#note;
    fill(
      this,
      el('nav', { class: 'crumbs', 'aria-label': 'Way back' }, el('a', { href: '#/findings' }, 'Findings')),
      pageHead(titleOf(threat.detector), this.#offer(), severity(threat.severity), tag(threat.state, threat.state === 'open' ? 'warn' : undefined), isInformation(threat) && tag('information')),
      el('p', { class: 'lead' }, foreign(threat.explanation)),
      el(
        'div',
        { class: 'two-columns' },
        el('div', { class: 'stack' }, findingSum(threat), this.#evidence(), this.#requests()),
        el('div', { class: 'stack' }, this.#about(known), card('What was done', {}, this.#response), this.#verdict(), card('Timeline', {}, this.#times)),
      ),
    );
    if (writes) this.#note.focus({ preventScroll: true });
  }

  /** Shows what is and was done, unless it is what is shown already: a button would lose the focus. */
  #showResponse() {
    const threat = this.#threat;
    const waits = this.#waitsFor();
    const told = JSON.stringify([threat, this.#blocks, waits]);
    if (told === this.#told) return;
    this.#told = told;
    const done = () => this.#followUp();
    const ask = () => blockDialog(this.context, { source: threat.subject, reason: `${titleOf(threat.detector)}, finding ${threat.id}` }, done);
    const order = this.#isBlockable && button(this.#blocks?.running ? 'Another end…' : 'Block…', ask);
    fill(
      this.#response,
      findingResponse(this.context, threat, this.#blocks, done, order),
      waits && el('p', { role: 'status' }, waits),
      this.#isBlockable && el('p', {}, el('a', { href: '#/blocks', class: 'more' }, 'To the blocks')),
    );
    this.#showTimes();
  }

  /** Says which change is still on its way after what was done here, if one is. */
  #waitsFor() {
    if (!this.#pace.hurries) return undefined;
    const running = this.#blocks?.running;
    if (running?.state === 'pending' && this.#blocks.mode === 'on') return 'The order is on its way; this page follows it.';
    const isRefuted = this.#threat.resolution?.verdict === 'falsePositive' && running?.origin.threatId === this.#threat.id;
    return isRefuted ? 'The block is about to end, since its finding was a false positive; this page follows it.' : undefined;
  }

  #about(known) {
    const threat = this.#threat;
    return card(
      'About',
      {},
      facts([
        [scopeWords(threat.scope), subject(threat.scope, threat.subject)],
        ['signals', el('span', {}, `${threat.signalCount} as of `, time(asOf(threat), 'clock'))],
        ['detector', code(threat.detector)],
        ['confidence', known?.confidence],
        ['OWASP API', known?.owasp.length > 0 && this.#filters('owasp', known.owasp)],
        ['ATT&CK', known?.attack.length > 0 && this.#filters('attack', known.attack)],
        ['version', String(threat.version)],
        ['id', code(threat.id)],
      ]),
      known && el('p', {}, known.about),
      known && el('p', {}, el('strong', {}, 'What to do: '), known.advice),
      actorHash(threat.scope, threat.subject) && el('p', {}, el('a', { href: actorHash(threat.scope, threat.subject) }, `All that this ${scopeWords(threat.scope)} did`)),
    );
  }

  #filters(facet, values) {
    return el('span', { class: 'row-of' }, values.map((value) => el('a', { href: hashOf(['findings'], new URLSearchParams([[facet, value]])) }, value)));
  }

  #evidence() {
    const rows = this.#threat.evidence.map(({ point, count, examples }) => [code(point), count, examples.length > 0 ? el('ul', { class: 'plain-list' }, examples.map((id) => el('li', {}, code(id)))) : el('span', { class: 'quiet' }, 'all came before')]);
    return card('Evidence', {}, table('Evidence', ['point', { text: 'signals', number: true }, 'newest signals'], rows, { kind: 'stacked' }), el('p', { class: 'quiet' }, 'These are ids of signals, the signalId of SuspiciousRequest events, not of requests.'));
  }

  #requests() {
    const threat = this.#threat;
    if (!ACTOR_KINDS.includes(threat.scope)) return undefined;
    const place = el('div', {}, loading('Searching the logs of the gates…'));
    const to = Date.parse(threat.lastSeen) + AFTER;
    const from = Math.max(Date.parse(threat.firstSeen), to - WEEK);
    const query = new URLSearchParams({ from: rfc3339(from), to: rfc3339(to) });
    if (this.#searched.query === String(query)) return this.#searched.shown;
    const others = el('a', { href: actorHash(threat.scope, threat.subject) }, `All that this ${scopeWords(threat.scope)} did`);
    this.api.get(pathOf('v1/actors', threat.scope, threat.subject.replace('/', '_')), query, this.signal).then(
      (actor) => fill(place, entryTable(actor, others), !actor.complete && el('p', { class: 'quiet' }, 'What happened before ', time(actor.completeSince), ' may be missing.')),
      (error) => !this.signal.aborted && fill(place, refusal(error)),
    );
    this.#searched = { query: String(query), shown: card('What gates had against it', {}, place) };
    return this.#searched.shown;
  }

  #verdict() {
    const { resolution } = this.#threat;
    const told = resolution && facts([
      ['closed by', resolution.reason === 'silence' ? 'silence: no signal came for long' : 'a person'],
      ['verdict', resolution.verdict && (resolution.verdict === 'truePositive' ? 'true positive' : 'false positive')],
      ['judge', resolution.judge && person(resolution.judge, this.#me)],
      ['note', resolution.note && foreign(resolution.note)],
      ['at', time(resolution.at)],
    ]);
    const judge = (verdict, text) => button(text, (event) => this.#judge(verdict, event.currentTarget), { class: verdict === 'truePositive' ? 'primary' : '' });
    return card(
      'Verdict',
      {},
      told,
      el('label', { for: 'note' }, resolution ? 'Another note, for the team alone' : 'Note, for the team alone'),
      this.#note,
      el('div', { class: 'buttons' }, judge('truePositive', 'True positive'), judge('falsePositive', 'False positive')),
      el('p', { class: 'quiet' }, resolution ? 'Another verdict takes the place of this one.' : 'Either closes the finding. A false positive also ends the block that came of it, within a minute.'),
      this.#said,
    );
  }

  async #judge(verdict, pressed) {
    const note = this.#note.value.trim();
    pressed.disabled = true;
    fill(this.#said);
    try {
      const { body, etag } = await this.#resolve(note ? { verdict, note } : { verdict });
      this.#note.value = '';
      this.#pace.hurry();
      this.#take(body, etag);
      announce('The verdict is kept.');
      this.#refresh();
    } catch (error) {
      if (this.signal.aborted) return;
      fill(this.#said, error.status === CHANGED ? el('div', { class: 'problem', role: 'alert' }, 'The finding has changed meanwhile: this page now shows how it is. Look again, then give your verdict; your note is kept.') : refusal(error, { text: note }));
    } finally {
      pressed.disabled = false;
    }
  }

  /** Sends a verdict; if nothing changed but what is done about the source, which may be the reader's own doing, once more. */
  async #resolve(body) {
    const send = () => this.api.call({ method: 'POST', path: `${this.#path}/resolution`, headers: { 'If-Match': this.#etag }, body, signal: this.signal });
    try {
      return await send();
    } catch (error) {
      if (error.status !== CHANGED) throw error;
      const seen = this.#threat.version;
      await this.#read();
      if (this.#threat.version !== seen) throw error;
      return send();
    }
  }

  #showTimes() {
    const threat = this.#threat;
    const events = [
      [threat.firstSeen, 'first signal, or up to half an hour later'],
      [threat.openedAt, 'found'],
      [asOf(threat), 'newest signal that was counted'],
      [threat.changedAt, 'last change'],
      [threat.resolution?.at, 'closed'],
      ...blockEvents(this.#blocks, this.#me),
    ].filter(([at]) => at);
    events.sort(([a], [b]) => (a < b ? -1 : 1));
    fill(this.#times, el('ol', { class: 'timeline' }, events.map(([at, text]) => el('li', {}, time(at), el('span', {}, text)))));
  }

  #offer() {
    return {
      name: `finding-${this.route.segments[1]}`,
      calls: () => [this.#path, ...(this.#blocks ? ['v1/blocks', 'v1/blocks?state=ended'] : [])].map((path) => ({ url: this.api.url(path) })),
      data: () => this.#threat,
      rows: () => sumOf(this.#threat).lines,
    };
  }
}

customElements.define('finding-view', FindingView);
