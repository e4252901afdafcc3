import '../parts/gate-chart.js';
import '../parts/virtual-list.js';
import { el, fill, foreign } from '../dom.js';
import { GATES, titleOf } from '../logic/catalogue.js';
import { actorHash, hashOf } from '../logic/route.js';
import { worstOf } from '../logic/sum.js';
import { columnsOf, keyOf, merged, noTraffic, total, windowsOf } from '../logic/traffic.js';
import { SPANS, rfc3339 } from '../logic/times.js';
import { empty, findingLink, gate, problem, severity, subject, time } from '../parts/cells.js';
import { pageHead } from '../parts/page-head.js';
import { View } from '../view.js';
import { now } from '../server-clock.js';

const POLL = 4_000;
const FINDINGS_POLL = 12_000;
const ASKED_AT_ONCE = 4;
const FILES = /^\/console(\/|$)/;
const REFUSED = ['refused', 'failed'];
const SHOWN_FINDINGS = 5;

/** Requests by gate as they come, and the finding that says whether it is an attack. */
class NowView extends View {
  #traffic = noTraffic();
  #seen = new Map();
  #held;
  #busy = false;
  #lostAt;
  #failure;
  #own = false;
  #refusedOnly = false;
  #answers = 0;
  #banner = el('div', { class: 'banner-place', 'aria-live': 'polite' });
  #touch = el('div', { class: 'touch', role: 'status' });
  #counts = el('div', { class: 'tiles' });
  #chart = el('gate-chart');
  #list = el('virtual-list', { class: 'requests' });
  #none = el('div');
  #pause = el('div', { class: 'pause', role: 'status' });
  #findings = el('div', { class: 'short-list' });

  show() {
    this.#list.setUp('Requests, newest first', ['Time', 'Gate', 'Status', 'Request', 'Reason', 'From', 'Id'], (request) => this.#row(request));
    const hold = () => this.#hold();
    const release = () => setTimeout(() => this.#release(), 0);
    for (const name of ['pointerenter', 'focusin']) this.#list.addEventListener(name, hold);
    for (const name of ['pointerleave', 'focusout']) this.#list.addEventListener(name, release);
    fill(
      this,
      pageHead('Now', this.#offer(), this.#touch),
      this.#banner,
      el(
        'div',
        { class: 'now' },
        el(
          'div',
          { class: 'stack' },
          el('section', { class: 'card' }, el('h2', {}, 'Requests a minute, last 15 minutes'), this.#counts, this.#chart),
          el('section', { class: 'card' }, el('h2', {}, 'Open findings'), this.#findings),
        ),
        el(
          'section',
          { class: 'card list-card' },
          el('div', { class: 'card-head' }, el('h2', {}, 'Requests'), this.#pause, this.#box('Refused only', (on) => { this.#refusedOnly = on; }), this.#box('With my own', (on) => { this.#own = on; })),
          this.#list,
          this.#none,
        ),
      ),
    );
    this.#showTouch();
    this.#poll();
    this.#pollFindings();
    this.every(POLL, () => this.#poll());
    this.every(FINDINGS_POLL, () => this.#pollFindings());
    this.every(1000, () => this.#showTouch());
  }

  async #poll() {
    if (this.#busy || document.hidden) return;
    this.#busy = true;
    try {
      for (const window of windowsOf(this.#traffic, now()).slice(0, ASKED_AT_ONCE)) {
        this.#traffic = merged(this.#traffic, window, await this.api.get('v1/traffic', this.#query(window), this.signal));
      }
      this.#lostAt = undefined;
      this.#failure = undefined;
      this.#answers = now();
    } catch (error) {
      if (this.signal.aborted) return;
      this.#failure = error;
      this.#lostAt ??= this.#answers || now();
    } finally {
      this.#busy = false;
    }
    this.#showTouch();
    this.#showTraffic();
  }

  #query(window) {
    const query = new URLSearchParams({ from: rfc3339(window.from) });
    if (window.to !== undefined) query.set('to', rfc3339(window.to));
    return query;
  }

  #showTouch() {
    const lost = this.#lostAt !== undefined;
    const state = lost ? 'lost' : this.#answers ? 'live' : 'wait';
    const changed = this.#touch.dataset.state !== state;
    this.#touch.dataset.state = state;
    if (changed && lost) fill(this.#touch, el('span', {}, 'Lost touch ', time(rfc3339(this.#lostAt), 'ago'), ', since ', time(rfc3339(this.#lostAt), 'clock'), '. ', foreign(this.#failure.message), ' Trying again.'));
    else if (changed) fill(this.#touch, state === 'live' ? 'Live' : 'Connecting…');
    const note = this.#traffic.lost > 0 && !lost ? ' · some lines could not be searched' : '';
    if (state === 'live' && this.#touch.textContent !== `Live${note}`) fill(this.#touch, `Live${note}`);
  }

  #showTraffic() {
    if (!this.#answers) return;
    const at = now();
    const from = at - SPANS['15m'];
    this.#chart.show(this.#traffic.minutes, from, at);
    const [, passed, ...gates] = columnsOf(this.#traffic.minutes, GATES, from, at).map((column) => column.reduce((sum, each) => sum + each, 0));
    const refused = gates.reduce((sum, each) => sum + each, 0);
    const last = this.#traffic.minutes.at(-1);
    const worst = gates.indexOf(Math.max(...gates));
    this.#tiles([
      ['passed', passed, 'good'],
      ['refused', refused, refused > 0 ? 'bad' : ''],
      ['refused of all', passed + refused > 0 ? `${Math.round((100 * refused) / (passed + refused))} %` : '–', ''],
      ['this minute', last && at - Date.parse(last.start) < 60_000 ? total(last) : 0, ''],
      ['busiest gate', refused > 0 ? GATES[worst] : '–', ''],
    ]);
    this.#showList();
  }

  #tiles(tiles) {
    fill(this.#counts, tiles.map(([name, value, tone]) => el('div', { class: 'tile', 'data-tone': tone }, el('b', {}, value), el('span', {}, name))));
  }

  #wanted() {
    return this.#traffic.requests.filter((request) => (this.#own || !this.#isOwn(request)) && (!this.#refusedOnly || REFUSED.includes(request.outcome)));
  }

  #isOwn(request) {
    return FILES.test(request.route ?? '') || request.principal === this.context.session.principal;
  }

  #showList() {
    const wanted = this.#wanted();
    if (this.#held) {
      const more = wanted.filter((request) => !this.#held.has(keyOf(request))).length;
      const text = more > 0 ? `Paused · ${more} new` : 'Paused';
      if (this.#pause.textContent !== text) this.#pause.textContent = text;
      return;
    }
    this.#pause.textContent = '';
    const next = new Map(wanted.map((request) => [keyOf(request), request]));
    for (const key of next.keys()) if (this.#seen.has(key)) next.set(key, this.#seen.get(key));
    this.#seen = next;
    this.#list.items = [...next.values()];
    this.#list.hidden = next.size === 0;
    fill(this.#none, next.size === 0 && empty('No requests in the last 15 minutes.', 'They appear here seconds after a gate has logged them.'));
  }

  #hold() {
    this.#held ??= new Set(this.#seen.keys());
    if (!this.#pause.textContent) this.#pause.textContent = 'Paused';
  }

  #release() {
    if (this.#list.matches(':hover') || this.#list.contains(document.activeElement)) return;
    this.#held = undefined;
    if (this.#answers) this.#showList();
  }

  #row(request) {
    const who = request.ip;
    const from = who ? el('a', { href: actorHash('ip', who), class: 'mono' }, foreign(who)) : request.principal ? subject('principal', request.principal) : '–';
    const id = request.requestId;
    return [
      time(request.at, 'clock'),
      gate(request.gate),
      el('span', { class: 'mono' }, request.status ?? (request.outcome === 'reported' ? 'told' : '–')),
      el('span', { class: 'cut mono', title: `${request.method ?? ''} ${request.route ?? ''}` }, request.method ?? '', ' ', foreign(request.route ?? '')),
      el('span', { class: 'cut quiet' }, foreign(request.point ?? request.problem ?? '')),
      from,
      id ? el('a', { href: hashOf(['requests', id]), 'data-main': true, class: 'cut mono' }, foreign(id)) : '–',
    ];
  }

  async #pollFindings() {
    if (document.hidden) return;
    try {
      const query = new URLSearchParams({ state: 'open', limit: '100' });
      this.#showFindings((await this.api.get('v1/threats', query, this.signal)).items);
    } catch (error) {
      if (!this.signal.aborted && this.#findings.childElementCount === 0) fill(this.#findings, problem(error, () => this.#pollFindings()));
    }
  }

  #showFindings(items) {
    const worst = worstOf(items);
    const text = worst ? `${worst.id} ${worst.version}` : '';
    if (this.#banner.dataset.of !== text) {
      this.#banner.dataset.of = text;
      fill(this.#banner, worst && this.#attack(worst));
    }
    if (items.length === 0) {
      fill(this.#findings, empty('Nothing is open.', 'What detection finds appears here within seconds.'));
      return;
    }
    fill(
      this.#findings,
      el('ul', {}, items.slice(0, SHOWN_FINDINGS).map((each) => el('li', {}, severity(each.severity), el('span', { class: 'two' }, findingLink(each), subject(each.scope, each.subject)), time(each.lastSeen, 'ago')))),
      el('a', { href: '#/findings?state=open', class: 'more' }, items.length > SHOWN_FINDINGS ? `All ${items.length === 100 ? '100 or more' : items.length} open findings` : 'All findings'),
    );
  }

  #attack(worst) {
    return el(
      'div',
      { class: 'banner', 'data-severity': worst.severity },
      el('strong', {}, 'Under attack'),
      severity(worst.severity),
      el('a', { href: hashOf(['findings', worst.id]) }, titleOf(worst.detector)),
      el('span', { class: 'banner-text' }, foreign(worst.explanation)),
      el('span', {}, 'last signal ', time(worst.lastSeen, 'ago')),
    );
  }

  #box(text, act) {
    const change = (event) => {
      act(event.currentTarget.checked);
      this.#showList();
    };
    return el('label', { class: 'check' }, el('input', { type: 'checkbox', onchange: change }), text);
  }

  #offer() {
    return {
      name: 'traffic',
      calls: () => [{ url: this.api.url('v1/traffic') }, { url: this.api.url('v1/threats', new URLSearchParams({ state: 'open' })) }],
      data: () => ({ minutes: this.#traffic.minutes, requests: this.#wanted() }),
      rows: () => this.#wanted(),
    };
  }
}

customElements.define('now-view', NowView);
