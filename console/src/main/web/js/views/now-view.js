import '../parts/gate-chart.js';
import '../parts/virtual-list.js';
import { el, fill, foreign } from '../dom.js';
import { HEADLINES, addedTo, attackOf } from '../logic/attack.js';
import { GATES, byWorst, titleOf } from '../logic/catalogue.js';
import { askedOfTraffic, isListed, nowFilterOf, nowQueryOf } from '../logic/now-filter.js';
import { reasonWords } from '../logic/reason.js';
import { actorHash, hashOf, pathOf } from '../logic/route.js';
import { isFull, keyOf, merged, noTraffic, refusedByGate, shown, shownSince, sums, windowsOf } from '../logic/traffic.js';
import { rfc3339 } from '../logic/times.js';
import { empty, findingLink, gate, problem, severity, subject, time } from '../parts/cells.js';
import { pageHead } from '../parts/page-head.js';
import { View } from '../view.js';
import { now } from '../server-clock.js';

const MINUTE = 60_000;
const POLL = 4_000;
const FINDINGS_POLL = 12_000;
/** Several questions have gone unanswered, although none has failed yet. */
const LATE = 15_000;
const ASKED_AT_ONCE = 4;
const SHOWN_FINDINGS = 5;
const PAGE = 100;
/** The list of findings has the newest first: where one page does not hold all, the worst are asked for by themselves. */
const WORST = ['critical', 'high'];
const NO_ROUTE = 'no route: the path is not kept';

/** Requests by gate as they come, and the finding that says whether it is an attack. */
class NowView extends View {
  #traffic = noTraffic();
  #seen = new Map();
  #held;
  #busy = false;
  #lostAt;
  #findingsReadAt;
  #findingsLostAt;
  #failure;
  #filter = nowFilterOf(new URLSearchParams());
  #answers = 0;
  #open = [];
  #response = {};
  #lastSignal;
  #banner = el('div', { class: 'banner-place', 'aria-live': 'polite' });
  #touch = el('div', { class: 'touch', role: 'status' });
  #counts = el('div', { class: 'tiles' });
  #chart = el('gate-chart');
  #list = el('virtual-list', { class: 'requests' });
  #none = el('div');
  #full = el('span', { class: 'quiet' });
  #pause = el('div', { class: 'pause', role: 'status' });
  #findings = el('div', { class: 'short-list' });
  #refused = this.#switch('refused');
  #own = this.#switch('own');

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
          el('section', { class: 'card' }, el('h2', {}, 'Open findings, worst first'), this.#findings),
        ),
        el(
          'section',
          { class: 'card list-card' },
          el('div', { class: 'card-head' }, el('h2', {}, 'Requests'), this.#full, this.#pause, el('label', { class: 'check' }, this.#refused, 'Refused only'), el('label', { class: 'check' }, this.#own, 'With my own')),
          this.#list,
          this.#none,
        ),
      ),
    );
    this.#showTouch();
    this.moveTo(this.route);
    this.#pollFindings();
    this.every(POLL, () => this.#poll());
    this.every(FINDINGS_POLL, () => this.#pollFindings());
    this.every(1000, () => this.#showTouch());
  }

  moveTo(route) {
    if (route.segments.length !== 1) return false;
    const filter = nowFilterOf(route.query);
    if (filter.own !== this.#filter.own) this.#traffic = noTraffic();
    this.#filter = filter;
    this.#refused.checked = filter.refused;
    this.#own.checked = filter.own;
    this.#showTraffic();
    this.#poll();
    return true;
  }

  #switch(name) {
    const change = (event) => {
      location.hash = hashOf(['now'], nowQueryOf({ ...this.#filter, [name]: event.currentTarget.checked }));
    };
    return el('input', { type: 'checkbox', onchange: change });
  }

  async #poll() {
    if (this.#busy || document.hidden) return;
    this.#busy = true;
    const { own } = this.#filter;
    try {
      for (const window of windowsOf(this.#traffic, now()).slice(0, ASKED_AT_ONCE)) {
        const answer = await this.api.get('v1/traffic', this.#query(window), this.signal);
        if (own !== this.#filter.own) break;
        this.#traffic = merged(this.#traffic, window, answer);
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
    if (own !== this.#filter.own) this.#poll();
  }

  #query(window) {
    const query = askedOfTraffic(this.#filter);
    query.set('from', rfc3339(window.from));
    if (window.to !== undefined) query.set('to', rfc3339(window.to));
    return query;
  }

  /** Writes anew only what says something else: it is read aloud. */
  #showTouch() {
    const [state, ...words] = this.#touchWords();
    const text = [state, ...words].join(' ');
    if (this.#touch.dataset.of === text) return;
    this.#touch.dataset.of = text;
    this.#touch.dataset.state = state;
    const since = (at) => [time(rfc3339(at), 'ago'), ', at ', time(rfc3339(at), 'clock')];
    if (state === 'lost') fill(this.#touch, el('span', {}, 'Lost touch ', since(this.#lostAt), '. ', foreign(this.#failure.message), ' Trying again.'));
    else if (state === 'late') fill(this.#touch, el('span', {}, 'No answer since ', time(rfc3339(this.#answers), 'clock'), '.'));
    else fill(this.#touch, state === 'wait' ? 'Connecting…' : `Live${words[0]}`, state === 'live' && this.#findingsLostAt !== undefined && [' · findings as of ', time(rfc3339(this.#findingsLostAt), 'clock')]);
  }

  #touchWords() {
    if (this.#lostAt !== undefined) return ['lost', this.#failure.message];
    if (!this.#answers) return ['wait'];
    if (now() - this.#answers > LATE) return ['late', this.#answers];
    return ['live', this.#traffic.lost > 0 ? ' · some lines could not be searched' : '', ...(this.#findingsLostAt === undefined ? [] : [this.#findingsLostAt])];
  }

  #showTraffic() {
    if (this.#traffic.until === undefined) return;
    const at = now();
    const { minutes } = shown(this.#traffic, at);
    this.#chart.show(minutes, shownSince(at), at);
    const { passed, refused } = sums(minutes);
    const byGate = refusedByGate(minutes);
    const busiest = GATES.reduce((most, name) => ((byGate[name] ?? 0) > (byGate[most] ?? 0) ? name : most));
    const last = sums(minutes.filter((minute) => at - Date.parse(minute.start) < MINUTE));
    this.#tiles([
      ['passed', passed, 'good'],
      ['refused', refused, refused > 0 ? 'bad' : ''],
      ['refused of all', passed + refused > 0 ? `${Math.round((100 * refused) / (passed + refused))} %` : '–', ''],
      ['this minute', last.passed + last.refused, ''],
      ['busiest gate', refused > 0 ? busiest : '–', ''],
    ]);
    this.#showList();
    this.#showBanner();
  }

  #tiles(tiles) {
    fill(this.#counts, tiles.map(([name, value, tone]) => el('div', { class: 'tile', 'data-tone': tone }, el('b', {}, value), el('span', {}, name))));
  }

  #wanted() {
    return shown(this.#traffic, now()).requests.filter((request) => isListed(this.#filter, request));
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
    for (const [key, request] of next) next.set(key, this.#sameAsSeen(key, request));
    this.#seen = next;
    this.#list.items = [...next.values()];
    fill(this.#full, isFull(this.#traffic) && `the newest ${this.#traffic.requests.length} alone`);
    this.#list.hidden = next.size === 0;
    fill(this.#none, next.size === 0 && this.#nothing());
  }

  /** A request of which nothing more is known than before keeps its row. */
  #sameAsSeen(key, request) {
    const seen = this.#seen.get(key);
    return seen && JSON.stringify(seen) === JSON.stringify(request) ? seen : request;
  }

  #nothing() {
    if (this.#filter.refused) return empty('No gate refused anything in the last 15 minutes.');
    return empty(`No requests${this.#filter.own ? '' : ' but your own'} in the last 15 minutes.`, 'They appear here seconds after a gate has logged them.');
  }

  #hold() {
    this.#held ??= new Set(this.#seen.keys());
    if (!this.#pause.textContent) this.#pause.textContent = 'Paused';
  }

  #release() {
    if (this.#list.matches(':hover') || this.#list.contains(document.activeElement)) return;
    this.#held = undefined;
    if (this.#traffic.until !== undefined) this.#showList();
  }

  #row(request) {
    const who = request.ip;
    const from = who ? el('a', { href: actorHash('ip', who), class: 'mono' }, foreign(who)) : request.principal ? subject('principal', request.principal) : '–';
    const id = request.requestId;
    const reason = reasonWords(request);
    return [
      time(request.at, 'clock'),
      gate(request.gate),
      el('span', { class: 'mono' }, request.status ?? (request.outcome === 'reported' ? 'told' : '–')),
      el('span', { class: 'cut mono', title: `${request.method ?? ''} ${request.route ?? `(${NO_ROUTE})`}`.trim() }, request.method ?? '', ' ', request.route ? foreign(request.route) : el('span', { class: 'quiet' }, 'no route')),
      el('span', { class: 'cut quiet', title: reason.join(' · ') }, reason.map((word, index) => [index > 0 && ' · ', foreign(word)])),
      from,
      id ? el('a', { href: hashOf(['requests', id]), 'data-main': true, class: 'cut mono' }, foreign(id)) : '–',
    ];
  }

  async #pollFindings() {
    if (document.hidden) return;
    try {
      const page = await this.#openFindings();
      const worst = page.nextCursor ? await Promise.all(WORST.map((severity) => this.#openFindings(severity))) : [];
      const all = [page, ...worst].flatMap(({ items }) => items);
      this.#open = [...new Map(all.map((finding) => [finding.id, finding])).values()];
      this.#showFindings(page.nextCursor !== undefined);
      this.#showBanner();
      this.#findingsReadAt = now();
      this.#findingsLostAt = undefined;
      await this.#readResponse();
    } catch (error) {
      if (!this.signal.aborted && this.#findingsReadAt) this.#findingsLostAt ??= this.#findingsReadAt;
      if (!this.signal.aborted && this.#findings.childElementCount === 0) fill(this.#findings, problem(error, () => this.#pollFindings()));
    }
  }

  #openFindings(severity) {
    const query = new URLSearchParams({ state: 'open', limit: String(PAGE) });
    if (severity) query.set('severity', severity);
    return this.api.get('v1/threats', query, this.signal);
  }

  #showFindings(more) {
    if (this.#open.length === 0) {
      fill(this.#findings, empty('Nothing is open.', 'What detection finds appears here within seconds.'));
      return;
    }
    fill(
      this.#findings,
      el('ul', {}, this.#open.toSorted(byWorst).slice(0, SHOWN_FINDINGS).map((each) => el('li', {}, severity(each.severity), el('span', { class: 'two' }, findingLink(each), subject(each.scope, each.subject)), time(each.lastSeen, 'ago')))),
      el('a', { href: '#/findings?state=open', class: 'more' }, this.#open.length > SHOWN_FINDINGS ? `All ${this.#open.length}${more ? ' or more' : ''} open findings` : 'All findings'),
    );
  }

  #attack() {
    return attackOf(this.#open, this.#traffic.requests, now());
  }

  /** Reads what is done about the source of the attack, which the list of findings does not say. */
  async #readResponse() {
    const id = this.#attack()?.finding.id;
    if (!id) return;
    const { response } = await this.api.get(pathOf('v1/threats', id), undefined, this.signal);
    this.#response = { id, response };
    this.#showBanner();
  }

  /** Writes the banner anew only if it says something else: it is read aloud. */
  #showBanner() {
    const attack = this.#attack();
    const added = attack && addedTo(attack, this.#response.id === attack.finding.id ? this.#response.response : undefined);
    const at = attack?.state === 'now' ? '' : attack?.lastSignal;
    const text = attack ? [attack.finding.id, attack.finding.version, attack.state, added, at].join(' ') : '';
    if (this.#banner.dataset.of !== text) {
      this.#banner.dataset.of = text;
      fill(this.#banner, attack && this.#bannerOf(attack, added));
    } else if (attack) {
      this.#lastSignal.dataset.at = attack.lastSignal;
    }
  }

  #bannerOf({ finding, state, lastSignal }, added) {
    const underWay = state === 'now';
    this.#lastSignal = time(lastSignal, underWay ? 'ago' : 'clock');
    return el(
      'div',
      { class: 'banner', 'data-severity': finding.severity, 'data-state': state },
      el('strong', {}, HEADLINES[state], !underWay && this.#lastSignal),
      severity(finding.severity),
      el('a', { href: hashOf(['findings', finding.id]) }, titleOf(finding.detector)),
      el('span', { class: 'banner-text' }, foreign(finding.explanation)),
      added && el('span', {}, added),
      underWay && el('span', {}, 'last signal ', this.#lastSignal),
    );
  }

  #offer() {
    return {
      name: 'traffic',
      calls: () => [{ url: this.api.url('v1/traffic', askedOfTraffic(this.#filter)) }, { url: this.api.url('v1/threats', new URLSearchParams({ state: 'open' })) }],
      data: () => ({ minutes: shown(this.#traffic, now()).minutes, requests: this.#wanted() }),
      rows: () => this.#wanted(),
    };
  }
}

customElements.define('now-view', NowView);
