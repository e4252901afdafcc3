import '../parts/virtual-list.js';
import { el, fill, foreign } from '../dom.js';
import { DETECTORS, titleOf } from '../logic/catalogue.js';
import { FACET_NAMES, askedOfApi, facetsOf, filterOf, matches, ordered, queryOf, toggled } from '../logic/filters.js';
import { renewed } from '../logic/renewal.js';
import { hashOf } from '../logic/route.js';
import { SPANS, rfc3339 } from '../logic/times.js';
import { button, empty, findingLink, loading, problem, scopeWords, severity, subject, time } from '../parts/cells.js';
import { pageHead } from '../parts/page-head.js';
import { valueButton } from '../parts/value-menu.js';
import { View } from '../view.js';
import { now } from '../server-clock.js';

const PAGE = 100;
const AT_ONCE = 500;
const MOST = 10_000;
const POLL = 15_000;
/** So many are read anew each time; what is older only when the reader asks. */
const RENEWED = 500;
const ORDER_WORDS = { found: 'newest found', severity: 'worst first', seen: 'last signal' };
const FACET_TITLES = { state: 'State', severity: 'Severity', detector: 'Detector', scope: 'About', owasp: 'OWASP API', attack: 'ATT&CK', subject: 'Subject' };
const VALUES_SHOWN = 12;
const WORDS = { detector: titleOf, scope: scopeWords };

/** The list of findings with its filter, which is in the address. */
class FindingsView extends View {
  #filter;
  #asked;
  #found = new Map();
  #cursor;
  #ended = false;
  #busy = false;
  #wanted = PAGE;
  #shown = [];
  #readAt = 0;
  #lostAt;
  #facets = el('div', { class: 'facets' });
  #chips = el('div', { class: 'chips' });
  #state = el('div', { class: 'list-state', role: 'status' });
  #list = el('virtual-list', { class: 'findings' });
  #none = el('div');
  #since = el('select', { onchange: (event) => this.#go({ ...this.#filter, since: event.currentTarget.value }) }, el('option', { value: '' }, 'any time'), Object.keys(SPANS).map((name) => el('option', { value: name }, `last ${name}`)));
  #order = el('select', { onchange: (event) => this.#go({ ...this.#filter, order: event.currentTarget.value }) }, Object.entries(ORDER_WORDS).map(([value, text]) => el('option', { value }, text)));
  #noise = el('input', { type: 'checkbox', onchange: (event) => this.#go({ ...this.#filter, noise: event.currentTarget.checked }) });
  #search = el('input', { type: 'search', id: 'subject-search', placeholder: 'Part of a subject', 'aria-label': 'Only findings about subjects with this in them', maxlength: 256 });

  show() {
    this.#list.setUp('Findings', ['Severity', 'Finding', 'About', 'Signals', 'Last signal', 'State'], (finding) => this.#row(finding));
    this.#list.addEventListener('end', () => this.#more());
    const find = el('form', { class: 'find', onsubmit: (event) => this.#find(event) }, this.#search, el('button', {}, 'Find'));
    const wide = matchMedia('(min-width: 900px)').matches;
    fill(
      this,
      pageHead('Findings', this.#offer(), el('div', { class: 'list-tools' }, find, el('label', {}, 'Last signal ', this.#since), el('label', {}, 'Order ', this.#order), el('label', { class: 'check' }, this.#noise, 'With informational ones'))),
      this.#chips,
      el(
        'div',
        { class: 'with-facets' },
        el('details', { class: 'facet-box', open: wide }, el('summary', {}, 'Filters'), this.#facets),
        el('section', { class: 'card list-card', 'aria-label': 'Findings' }, this.#state, this.#list, this.#none),
      ),
    );
    this.moveTo(this.route);
    this.every(POLL, () => this.#renew());
  }

  moveTo(route) {
    if (route.segments.length !== 1) return false;
    this.route = route;
    this.#filter = filterOf(route.query);
    this.#since.value = this.#filter.since;
    this.#noise.checked = this.#filter.noise;
    this.#order.value = this.#filter.order;
    this.#search.value = this.#filter.find;
    const asked = askedOfApi(this.#filter).toString();
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#found = new Map();
      this.#cursor = undefined;
      this.#ended = false;
      this.#wanted = PAGE;
    }
    this.#list.port.scrollTop = 0;
    this.#refresh();
    this.#fetch();
    return true;
  }

  #go(filter) {
    location.hash = hashOf(['findings'], queryOf(filter));
  }

  #find(event) {
    event.preventDefault();
    this.#go({ ...this.#filter, find: this.#search.value.trim() });
  }

  async #fetch() {
    if (this.#busy) return;
    this.#busy = true;
    const asked = this.#asked;
    if (this.#found.size === 0) this.#readAt = now();
    try {
      while (!this.#ended && asked === this.#asked && this.#shown.length < this.#wanted && this.#found.size < MOST) {
        const query = this.#question();
        if (this.#cursor) query.set('cursor', this.#cursor);
        const page = await this.api.get('v1/threats', query, this.signal);
        if (asked !== this.#asked) break;
        for (const item of page.items) this.#found.set(item.id, item);
        this.#cursor = page.nextCursor;
        this.#ended = !page.nextCursor;
        this.#refresh();
      }
      this.#busy = false;
      if (asked !== this.#asked) this.#fetch();
      else this.#refresh();
    } catch (error) {
      this.#busy = false;
      if (!this.signal.aborted) fill(this.#none, problem(error, () => { fill(this.#none); this.#fetch(); }));
    }
  }

  #question() {
    const query = new URLSearchParams(this.#asked);
    query.set('limit', String(PAGE));
    return query;
  }

  #more() {
    if (this.#ended || this.#busy || this.#shown.length < this.#wanted) return;
    this.#wanted = this.#shown.length + AT_ONCE;
    this.#fetch();
  }

  /** Reads the newest pages again: until one has nothing new, and as far as the list is short. */
  async #renew() {
    if (this.#busy || document.hidden) return;
    this.#busy = true;
    const asked = this.#asked;
    const items = [];
    let cursor;
    try {
      do {
        const query = this.#question();
        if (cursor) query.set('cursor', cursor);
        const page = await this.api.get('v1/threats', query, this.signal);
        if (asked !== this.#asked) break;
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor && items.length < MOST && (items.length < RENEWED || !this.#found.has(items.at(-1).id)));
      if (asked === this.#asked) this.#take(items, cursor === undefined);
      this.#lostAt = undefined;
    } catch {
      if (this.signal.aborted) return;
      this.#lostAt ??= this.#readAt;
    }
    this.#busy = false;
    if (asked !== this.#asked) this.#fetch();
    else this.#refresh();
  }

  #take(items, all) {
    this.#found = renewed(this.#found, items, all);
    if (all || this.#found.size <= items.length) this.#readAt = now();
  }

  /** Forgets what was read, and reads it anew. */
  #again() {
    this.#asked = undefined;
    this.moveTo(this.route);
  }

  #refresh() {
    const at = now();
    const all = [...this.#found.values()];
    this.#shown = ordered(this.#filter, all.filter((finding) => matches(this.#filter, finding, at)));
    this.#list.items = this.#shown;
    this.#list.hidden = this.#shown.length === 0;
    this.#showState(all.length);
    this.#showChips();
    this.#showFacets(all, at);
  }

  #showState(read) {
    const hidden = read - this.#shown.length;
    const text = `${this.#shown.length}${this.#ended ? '' : ' or more'} ${this.#shown.length === 1 && this.#ended ? 'finding' : 'findings'}${hidden > 0 ? `; the filter hides ${hidden}` : ''}`;
    const capped = read >= MOST && !this.#ended;
    const old = this.#lostAt === undefined && read > RENEWED && now() - this.#readAt > 2 * POLL;
    const lost = this.#lostAt !== undefined && el('span', { class: 'lost' }, ' · the API does not answer; this is as of ', time(rfc3339(this.#lostAt), 'clock'), ', trying again');
    const again = old && [' · older ones as of ', time(rfc3339(this.#readAt), 'clock'), ' ', button('Read again', () => this.#again(), { class: 'plain' })];
    fill(this.#state, text, lost, again, capped && ' · no more than 10,000 are read: narrow the filter', !this.#ended && !capped && button('Read all', () => { this.#wanted = MOST; this.#fetch(); }, { class: 'plain' }));
    if (this.#shown.length > 0) fill(this.#none);
    else if (this.#busy || !this.#ended) fill(this.#none, loading('Reading findings…'));
    else fill(this.#none, this.#nothing(read));
  }

  #nothing(read) {
    if (read > 0) return empty('Nothing passes the filter.', `${read} findings do not. `, el('a', { href: '#/findings' }, 'Take the filter off'));
    return empty('No findings.', 'Nobody has done enough yet for a detector to speak up.');
  }

  #showChips() {
    const chips = [];
    for (const side of ['only', 'without']) {
      for (const [facet, values] of Object.entries(this.#filter[side])) {
        for (const value of values) chips.push(this.#chip(side, facet, value));
      }
    }
    fill(this.#chips, chips, chips.length > 1 && el('a', { href: '#/findings', class: 'clear' }, 'Clear all'));
  }

  #chip(side, facet, value) {
    const word = side === 'only' ? '' : 'not ';
    const text = WORDS[facet]?.(value) ?? value;
    return el('button', { type: 'button', class: 'chip', 'data-side': side, 'aria-label': `Remove the filter: ${FACET_TITLES[facet]} ${word}${text}`, onclick: () => this.#go(toggled(this.#filter, side, facet, value)) }, `${FACET_TITLES[facet]}: ${word}`, foreign(text), el('span', { 'aria-hidden': 'true' }, ' ×'));
  }

  #showFacets(all, at) {
    const active = document.activeElement?.closest?.('.facets') ? document.activeElement.dataset.key : undefined;
    const known = facetsOf(this.#filter, all, at);
    const boxes = FACET_NAMES.filter((facet) => facet !== 'subject').concat('subject').map((facet) => this.#facet(facet, known[facet]));
    fill(this.#facets, el('p', { class: 'quiet hint' }, 'Click wants a value, Alt and click excludes it; right click or Shift+F10 has a menu.'), boxes);
    if (active) [...this.#facets.querySelectorAll('[data-key]')].find((each) => each.dataset.key === active)?.focus();
  }

  #facet(facet, values) {
    const held = [...(this.#filter.only[facet] ?? []), ...(this.#filter.without[facet] ?? [])].filter((value) => !values.some((each) => each.value === value));
    const all = [...held.map((value) => ({ value, count: 0 })), ...values].slice(0, VALUES_SHOWN);
    if (all.length === 0) return undefined;
    const items = all.map(({ value, count }) => el('li', {}, this.#value(facet, value), el('span', { class: 'count' }, count > 0 && count)));
    return el('fieldset', {}, el('legend', {}, FACET_TITLES[facet]), el('ul', {}, items));
  }

  #value(facet, value, content) {
    const side = this.#filter.only[facet]?.includes(value) ? 'only' : this.#filter.without[facet]?.includes(value) ? 'without' : '';
    return valueButton({
      text: WORDS[facet]?.(value) ?? value,
      value,
      content,
      side,
      key: `${facet} ${value}`,
      label: FACET_TITLES[facet],
      act: (chosen) => this.#go(toggled(this.#filter, chosen, facet, value)),
    });
  }

  #row(finding) {
    return [
      this.#value('severity', finding.severity, severity(finding.severity)),
      el('span', { class: 'two' }, findingLink(finding), el('span', { class: 'cut quiet' }, foreign(finding.explanation))),
      el('span', { class: 'two' }, subject(finding.scope, finding.subject), this.#value('scope', finding.scope)),
      el('span', { class: 'mono' }, finding.signalCount),
      time(finding.lastSeen, 'ago'),
      this.#value('state', finding.state),
    ];
  }

  #offer() {
    return {
      name: 'findings',
      calls: () => [{ url: this.api.url('v1/threats', this.#question()) }],
      data: () => this.#shown,
      rows: () => this.#shown.map((finding) => ({ ...finding, ...standardsOf(finding) })),
    };
  }
}

function standardsOf({ detector }) {
  const { owasp = [], attack = [] } = DETECTORS[detector] ?? {};
  return { owasp: owasp.join(' '), attack: attack.join(' ') };
}

customElements.define('findings-view', FindingsView);
