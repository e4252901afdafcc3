import { el, fill, foreign } from '../dom.js';
import { orderedRules, verdictOf } from '../logic/tuning.js';
import { button, empty, tag, time } from './cells.js';
import { copied } from './page-head.js';

const PATHS_SHOWN = 6;
const HEADS = ['rule and path', 'verdict', 'requests', 'clients', 'known good', 'blocked anyway', 'last'];
const FIRST_NUMBER = 2;
const LAST_NUMBER = 5;
const REASONS = {
  action: 'its own action is Count',
  'group-default': 'the group has it count',
  'rule-override': 'an override has it count',
  excluded: 'it is excluded',
  'group-override': 'the whole group counts',
};

/**
 * Shows what each rule that counts would have blocked, by path.
 * @param {object} counts
 * @returns {HTMLElement}
 */
export function countTable(counts) {
  const rules = orderedRules(counts);
  if (rules.length === 0) return empty('No rule counted a request in this time.', 'Rules of the firewall that only count appear here with what they would have blocked.');
  return el(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': 'Rules that count', tabindex: 0 },
    el(
      'table',
      { class: 'counts', 'aria-label': 'Rules that count' },
      el('thead', {}, el('tr', {}, HEADS.map((head, i) => el('th', { scope: 'col', class: numeric(i) }, head)))),
      rules.map(body),
    ),
  );
}

function numeric(column) {
  return column >= FIRST_NUMBER && column <= LAST_NUMBER ? 'number' : undefined;
}

function body(rule) {
  const verdict = verdictOf(rule);
  const part = el('tbody', {});
  const show = (all) => {
    const shown = all ? rule.paths : rule.paths.slice(0, PATHS_SHOWN);
    const more = rule.paths.length - shown.length;
    fill(
      part,
      el(
        'tr',
        { class: 'rule' },
        el('th', { scope: 'rowgroup' }, foreign(rule.rule, 'mono'), el('span', { class: 'quiet' }, rule.group && [foreign(rule.group), ' · '], REASONS[rule.countsBy] ?? rule.countsBy)),
        el('td', {}, tag(verdict.text, verdict.tone)),
        numbers(rule),
      ),
      shown.map((path) => el('tr', {}, el('td', { class: 'path' }, foreign(path.path, 'mono')), el('td', {}, path.knownGood > 0 && tag('known good clients', 'bad')), numbers(path))),
      more > 0 && el('tr', {}, el('td', { class: 'path', colspan: HEADS.length }, button(`${more} more paths`, () => show(true), { class: 'plain' }))),
      rule.yaml && el('tr', {}, el('td', { class: 'path', colspan: HEADS.length }, override(rule))),
    );
  };
  show(false);
  return part;
}

function numbers(tally) {
  const cells = [tally.requests, tally.clients, tally.knownGood, tally.alsoBlocked].map((value) => el('td', { class: 'number' }, value));
  return [...cells, el('td', {}, tally.last ? time(tally.last) : '–')];
}

function override(rule) {
  return el(
    'details',
    { class: 'override' },
    el('summary', {}, 'The change of template.yaml'),
    el('pre', { tabindex: 0 }, el('code', {}, foreign(rule.yaml))),
    button('Copy YAML', () => copied(rule.yaml), { 'aria-label': `Copy the change for ${rule.rule} as YAML` }),
  );
}
