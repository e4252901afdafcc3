import '../parts/virtual-list.js';
import { el, fill, foreign } from '../dom.js';
import { titleOf } from '../logic/catalogue.js';
import { FACET_NAMES, askedOfApi, counted, filterOf, matches, queryOf, toggled } from '../logic/filters.js';
import { hashOf } from '../logic/route.js';
import { SPANS } from '../logic/times.js';
import { button, empty, findingLink, loading, problem, scopeWords, severity, subject, time } from '../parts/cells.js';
import { pageHead } from '../parts/page-head.js';
import { valueButton } from '../parts/value-menu.js';
import { View } from '../view.js';
import { now } from '../server-clock.js';

const PAGE = 100;
const AT_ONCE = 500;
const MOST = 10_000;
const POLL = 15_000;
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
  #facets = el('div', { class: 'facets' });
  #chips = el('div', { class: 'chips' });
  #state = el('div', { class: 'list-state', role: 'status' });
  #list = el('virtual-list', { class: 'findings' });
  #none = el('div');
  #since = el('select', { onchange: (event) => this.#go({ ...this.#filter, since: event.currentTarget.value }) }, el('option', { value: '' }, 'any time'), Object.keys(SPANS).map((name) => el('option', { value: name }, `last ${name}`)));
  #noise = el('input', { type: 'checkbox', onchange: (event) => this.#go({ ...this.#filter, noise: event.currentTarget.checked }) });
  #search = el('input', { type: 'search', id: 'subject-search', placeholder: 'Subject, such as 203.0.113.7', 'aria-label': 'Only findings about this subject', maxlength: 256 });

  show() {
    this.#list.setUp('Findings, newest first', ['Severity', 'Finding', 'About', 'Signals', 'Last signal', 'State'], (finding) => this.#row(finding));
    this.#list.addEventListener('end', () => this.#more());
    const find = el('form', { class: 'find', onsubmit: (event) => this.#find(event) }, this.#search, el('button', {}, 'Find'));
    const wide = matchMedia('(min-width: 900px)').matches;
    fill(
      this,
      pageHead('Findings', this.#offer(), el('div', { class: 'list-tools' }, find, el('label', {}, 'Last signal ', this.#since), el('label', { class: 'check' }, this.#noise, 'Show information'))),
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
    this.#search.value = this.#filter.only.subject?.[0] ?? '';
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
    const value = this.#search.value.trim();
    const only = { ...this.#filter.only };
    delete only.subject;
    this.#go({ ...this.#filter, only: value ? { ...only, subject: [value] } : only });
  }

  async #fetch() {
    if (this.#busy) return;
    this.#busy = true;
    const asked = this.#asked;
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

  async #renew() {
    if (this.#busy || document.hidden) return;
    const asked = this.#asked;
    try {
      const page = await this.api.get('v1/threats', this.#question(), this.signal);
      if (asked !== this.#asked) return;
      for (const item of page.items) {
        const known = this.#found.get(item.id);
        if (!known || known.version < item.version || known.lastSeen < item.lastSeen) this.#found.set(item.id, item);
      }
      this.#refresh();
    } catch {
      // The list stays as it was; the next round asks again.
    }
  }

  #refresh() {
    const at = now();
    const all = [...this.#found.values()];
    this.#shown = all.filter((finding) => matches(this.#filter, finding, at)).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
    this.#list.items = this.#shown;
    this.#list.hidden = this.#shown.length === 0;
    this.#showState(all.length);
    this.#showChips();
    this.#showFacets();
  }

  #showState(read) {
    const text = `${this.#shown.length}${this.#ended ? '' : ' or more'} ${this.#shown.length === 1 && this.#ended ? 'finding' : 'findings'}${read > this.#shown.length ? ` of ${read} read` : ''}`;
    const capped = read >= MOST && !this.#ended;
    fill(this.#state, text, capped && ' · no more than 10,000 are read: narrow the filter', !this.#ended && !capped && button('Read all', () => { this.#wanted = MOST; this.#fetch(); }, { class: 'plain' }));
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

  #showFacets() {
    const active = document.activeElement?.closest?.('.facets') ? document.activeElement.dataset.key : undefined;
    const known = counted(this.#shown);
    const boxes = FACET_NAMES.filter((facet) => facet !== 'subject').concat('subject').map((facet) => this.#facet(facet, known[facet]));
    fill(this.#facets, el('p', { class: 'quiet hint' }, 'Click wants a value, Alt and click excludes it; right click or Shift+F10 has a menu.'), boxes);
    if (active) [...this.#facets.querySelectorAll('[data-key]')].find((each) => each.dataset.key === active)?.focus();
  }

  #facet(facet, values) {
    const held = [...(this.#filter.only[facet] ?? []), ...(this.#filter.without[facet] ?? [])].filter((value) => !values.some((each) => each.value === value));
    const all = [...held.map((value) => ({ value, count: 0 })), ...values].slice(0, VALUES_SHOWN);
    if (all.length === 0) return undefined;
    const items = all.map(({ value, count }) => el('li', {}, this.#value(facet, value), el('span', { class: 'count' }, count)));
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
      rows: () => this.#shown,
    };
  }
}

customElements.define('findings-view', FindingsView);
