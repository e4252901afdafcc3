import { el, fill, foreign } from '../dom.js';
import { DETECTORS, RESPONSE_REASONS, isInformation, titleOf } from '../logic/catalogue.js';
import { ACTOR_KINDS, actorHash, hashOf, pathOf } from '../logic/route.js';
import { short, sumOf } from '../logic/sum.js';
import { rfc3339 } from '../logic/times.js';
import { announce } from '../parts/announce.js';
import { blockDialog } from '../parts/block-dialog.js';
import { button, card, code, facts, gate, loading, problem, scopeWords, severity, subject, table, tag, time } from '../parts/cells.js';
import { entryTable } from '../parts/entry-table.js';
import { pageHead } from '../parts/page-head.js';
import { View } from '../view.js';

const WEEK = 7 * 24 * 3_600_000;
const AFTER = 60_000;
const BLOCKABLE = ['ip', 'network'];

/** One finding: what it says, the sum that made it, what was done, and what a person thinks of it. */
class FindingView extends View {
  #threat;
  #etag;
  #note = el('textarea', { id: 'note', maxlength: 1000, rows: 3 });
  #said = el('div', { 'aria-live': 'polite' });

  get #path() {
    return pathOf('v1/threats', this.route.segments[1]);
  }

  show() {
    fill(this, loading());
    this.#read();
  }

  async #read() {
    try {
      const { body, etag } = await this.api.call({ path: this.#path, signal: this.signal });
      this.#take(body, etag);
    } catch (error) {
      if (!this.signal.aborted) fill(this, el('h1', { tabindex: -1 }, 'Finding'), problem(error, () => this.show()));
    }
  }

  #take(threat, etag) {
    this.#threat = threat;
    this.#etag = etag;
    const known = DETECTORS[threat.detector];
    fill(
      this,
      el('nav', { class: 'crumbs', 'aria-label': 'Way back' }, el('a', { href: '#/findings' }, 'Findings')),
      pageHead(titleOf(threat.detector), this.#offer(), severity(threat.severity), tag(threat.state, threat.state === 'open' ? 'warn' : undefined), isInformation(threat) && tag('information')),
      el('p', { class: 'lead' }, foreign(threat.explanation)),
      el(
        'div',
        { class: 'two-columns' },
        el('div', { class: 'stack' }, this.#sum(), this.#evidence(), this.#requests()),
        el('div', { class: 'stack' }, this.#about(known), this.#done(), this.#verdict(), this.#timeline()),
      ),
    );
  }

  #about(known) {
    const threat = this.#threat;
    return card(
      'About',
      {},
      facts([
        [scopeWords(threat.scope), subject(threat.scope, threat.subject)],
        ['signals', String(threat.signalCount)],
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

  #sum() {
    const sum = sumOf(this.#threat);
    const weighed = sum.points !== undefined;
    const number = (text) => ({ text, number: true });
    const heads = weighed ? ['point', number('signals'), number('weight'), number('× (different'), number('+ repeats)'), number('= points')] : ['point', 'gate', number('signals')];
    const rows = sum.lines.map((line) => (weighed ? this.#addition(line) : [code(line.point), line.gate ? gate(line.gate) : '', line.count]));
    const span = heads.length - 1;
    const line = (text, value, kind) => el('tr', { class: kind }, el('th', { scope: 'row', colspan: span }, text), el('td', { class: 'number' }, value));
    const foot = el(
      'tfoot',
      {},
      sum.rest !== 0 && line('of what is so old that only its weight is left', short(sum.rest)),
      line(['counted: ', foreign(this.#threat.measure.name)], short(sum.value), 'strong'),
      line('threshold', short(sum.threshold)),
      line('in thresholds', `${short(sum.times)} ×`),
    );
    return card(
      'The sum that made it',
      { class: 'sum' },
      table('The sum', heads, rows, foot),
      el('p', { class: 'verdict-line' }, `${short(sum.value)} ${sum.value >= sum.threshold ? '≥' : '<'} ${short(sum.threshold)}: found, `, severity(sum.base), ' at the threshold', this.#steps(sum), '.'),
      el('p', { class: 'quiet' }, weighed ? 'Both counts forget: within minutes they halve every four minutes, within hours every six hours. Repeats count as the part that stands before them, and no more than twenty for each thing.' : `It counts ${DETECTORS[this.#threat.detector]?.counts ?? 'things of its own kind.'}`),
      this.#threat.severity !== sum.severity && el('p', { class: 'quiet' }, `The finding keeps the highest severity that it ever had: ${this.#threat.severity}.`),
    );
  }

  #addition(line) {
    if (line.points === undefined) return [code(line.point), line.count, '–', '–', '–', 'adds none'];
    return [code(line.point), line.count, short(line.weight), short(line.different), `${short(line.repeatWeight)} × ${short(line.repeats)}`, `${short(line.points)}${line.limited ? ' (limited)' : ''}`];
  }

  #steps(sum) {
    if (sum.base === 'low') return ', information stays what it is';
    if (sum.severity === sum.base) return sum.times >= 4 ? ', there is no step above' : ', at 4 × one step more, at 16 × two';
    return [`; ${sum.times >= 16 ? 'at 16 × two steps more: ' : 'at 4 × one step more: '}`, severity(sum.severity)];
  }

  #evidence() {
    const rows = this.#threat.evidence.map(({ point, count, examples }) => [code(point), count, examples.length > 0 ? el('ul', { class: 'plain-list' }, examples.map((id) => el('li', {}, code(id)))) : el('span', { class: 'quiet' }, 'all came before')]);
    return card('Evidence', {}, table('Evidence', ['point', { text: 'signals', number: true }, 'newest signals'], rows), el('p', { class: 'quiet' }, 'These are ids of signals, the signalId of SuspiciousRequest events, not of requests.'));
  }

  #requests() {
    const threat = this.#threat;
    if (!ACTOR_KINDS.includes(threat.scope)) return undefined;
    const place = el('div', {}, loading('Searching the logs of the gates…'));
    const to = Date.parse(threat.lastSeen) + AFTER;
    const from = Math.max(Date.parse(threat.firstSeen), to - WEEK);
    const query = new URLSearchParams({ from: rfc3339(from), to: rfc3339(to) });
    this.api.get(pathOf('v1/actors', threat.scope, threat.subject.replace('/', '_')), query, this.signal).then(
      (actor) => fill(place, entryTable(actor.newest), !actor.complete && el('p', { class: 'quiet' }, 'What happened before ', time(actor.completeSince), ' may be missing.')),
      (error) => !this.signal.aborted && fill(place, problem(error)),
    );
    return card('What gates had against it', {}, place);
  }

  #done() {
    const threat = this.#threat;
    const words = { none: 'Nothing was done.', proposed: 'A block was proposed, and not made.', blocked: 'Its source is blocked.' };
    const canBlock = BLOCKABLE.includes(threat.scope);
    return card(
      'What was done',
      {},
      facts([
        ['response', tag(threat.response, threat.response === 'blocked' ? 'good' : undefined)],
        ['because', threat.responseReason && (RESPONSE_REASONS[threat.responseReason] ?? threat.responseReason)],
        [threat.response === 'blocked' ? 'ends in' : 'would end in', threat.responseExpiresAt && time(threat.responseExpiresAt, 'left')],
      ]),
      el('p', {}, words[threat.response]),
      canBlock && button(threat.response === 'blocked' ? 'Block for longer…' : 'Block…', () => this.#block(), {}),
      threat.response === 'blocked' && el('p', {}, el('a', { href: '#/blocks', class: 'more' }, 'To the blocks')),
    );
  }

  #block() {
    blockDialog(this.context, { source: this.#threat.subject, reason: `${titleOf(this.#threat.detector)}, finding ${this.#threat.id}` }, () => this.#read());
  }

  #verdict() {
    const { resolution } = this.#threat;
    const told = resolution && facts([
      ['closed by', resolution.reason === 'silence' ? 'silence: no signal came for long' : 'a person'],
      ['verdict', resolution.verdict && (resolution.verdict === 'truePositive' ? 'true positive' : 'false positive')],
      ['judge', resolution.judge && code(resolution.judge)],
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
      el('p', { class: 'quiet' }, 'It is closed then. A false positive ends the block that came of it within a minute.'),
      this.#said,
    );
  }

  async #judge(verdict, pressed) {
    const note = this.#note.value.trim();
    pressed.disabled = true;
    fill(this.#said);
    try {
      const body = note ? { verdict, note } : { verdict };
      const answer = await this.api.call({ method: 'POST', path: `${this.#path}/resolution`, headers: { 'If-Match': this.#etag }, body, signal: this.signal });
      this.#note.value = '';
      this.#take(answer.body, answer.etag);
      announce('The verdict is kept.');
    } catch (error) {
      if (this.signal.aborted) return;
      pressed.disabled = false;
      if (error.status === 412) {
        await this.#read();
        fill(this.#said, el('div', { class: 'problem' }, 'The finding has changed meanwhile: this page now shows how it is. Look again, then give your verdict; your note is kept.'));
      } else {
        fill(this.#said, problem(error));
      }
    }
  }

  #timeline() {
    const threat = this.#threat;
    const events = [
      [threat.firstSeen, 'first signal'],
      [threat.openedAt, 'found'],
      [threat.lastSeen, 'newest signal that was told'],
      [threat.changedAt, 'last change'],
      [threat.resolution?.at, 'closed'],
      [threat.responseExpiresAt, threat.response === 'blocked' ? 'the block ends' : 'the block would end'],
    ].filter(([at]) => at);
    events.sort(([a], [b]) => (a < b ? -1 : 1));
    return card('Timeline', {}, el('ol', { class: 'timeline' }, events.map(([at, text]) => el('li', {}, time(at), el('span', {}, text)))));
  }

  #offer() {
    return {
      name: `finding-${this.route.segments[1]}`,
      calls: () => [{ url: this.api.url(this.#path) }],
      data: () => this.#threat,
      rows: () => sumOf(this.#threat).lines,
    };
  }
}

customElements.define('finding-view', FindingView);
