import { el, fill } from '../dom.js';
import { ends, fieldOf, refusalOf, timeIn } from '../logic/block-end.js';
import { sourceInPath } from '../logic/route.js';
import { rfc3339 } from '../logic/times.js';
import { preferences } from '../prefs.js';
import { announce } from './announce.js';
import { blockingMode } from './block-lists.js';
import { button } from './cells.js';
import { openDialog } from './dialog.js';
import { refusal as refusedBy } from './refusal.js';
import { now } from '../server-clock.js';

const MINUTE = 60_000;
const ENDS = [[15, '15 minutes'], [60, '1 hour'], [240, '4 hours'], [1440, '1 day'], [10_080, '7 days'], [43_200, '30 days'], [129_599, '90 days']];
const A_DAY = 1440 * MINUTE;
const FREE = 'free';
const EXISTS = 412;
const ORDERED = {
  on: 'The block is ordered. The firewall has it within a minute.',
  dryRun: 'The order is kept, and nobody is blocked: blocking is in dry run.',
};
const UNSURE = 'The order is kept.';

/**
 * Asks a person for a block of a source, orders it, and replaces the block that there is if they say so.
 * @param {{api: import('../api.js').Api}} context
 * @param {{source?: string, reason?: string}} given
 * @param {() => void} done
 */
export function blockDialog({ api }, given, done) {
  const source = el('input', { id: 'block-source', required: true, maxlength: 49, autocomplete: 'off', spellcheck: 'false', value: given.source });
  const reason = el('input', { id: 'block-reason', required: true, maxlength: 256, autocomplete: 'off', value: given.reason });
  const end = el('select', { id: 'block-end' }, ENDS.map(([minutes, text]) => el('option', { value: minutes, selected: minutes === 60 }, text)), el('option', { value: FREE }, 'until a date and time…'));
  const chosen = freeEnd();
  end.addEventListener('change', () => chosen.show(end.value === FREE));
  const said = el('div', { 'aria-live': 'polite' });
  const mode = blockingMode(api);
  const dry = el('div', { role: 'status' });
  const order = async (headers) => {
    fill(said);
    const at = end.value === FREE ? chosen.value() : now() + Number(end.value) * MINUTE;
    const refusal = refusalOf(at, now());
    if (refusal) {
      fill(said, el('div', { class: 'problem', role: 'alert' }, refusal));
      chosen.focus();
      return;
    }
    try {
      const until = rfc3339(at);
      await api.call({ method: 'PUT', path: `v1/blocks/${sourceInPath(source.value)}`, headers, body: { reason: reason.value.trim(), until } });
      dialog.close();
      announce(ORDERED[await mode] ?? UNSURE);
      done();
    } catch (error) {
      if (error.status === EXISTS && headers['If-None-Match']) fill(said, el('div', { class: 'problem' }, 'The source has a block already. ', button('Replace it', () => order({ 'If-Match': '*' }))));
      else fill(said, refusedBy(error, { source: source.value, text: reason.value }));
    }
  };
  const submit = (event) => {
    event.preventDefault();
    order({ 'If-None-Match': '*' });
  };
  const dialog = openDialog(
    'Block a source',
    el(
      'form',
      { class: 'form', onsubmit: submit },
      dry,
      el('label', { for: 'block-source' }, 'Address or range'),
      source,
      el('label', { for: 'block-reason' }, 'Reason'),
      reason,
      el('label', { for: 'block-end' }, 'For'),
      end,
      chosen.field,
      el('p', { class: 'quiet' }, 'Ranges of IPv4 down to a /16, of IPv6 down to a /32. Private and reserved addresses, those of NeverBlock and of the allow list, and those from which the security team worked within 30 days are protected: nobody can block them.'),
      said,
      el('div', { class: 'buttons' }, el('button', { class: 'primary' }, 'Block'), button('Cancel', () => dialog.close())),
    ),
  );
  mode.then((known) => known === 'dryRun' && fill(dry, el('p', { class: 'note' }, 'Blocking is in dry run: what you order is kept and shown as what would be blocked. The firewall gets none of it.')));
  (given.source ? reason : source).focus();
}

/** An end of one's own, in the zone that the reader chose; it is hidden at first. */
function freeEnd() {
  const { zone } = preferences;
  const { first, last } = ends(now());
  const input = el('input', { id: 'block-until', type: 'datetime-local', disabled: true, min: fieldOf(first, zone), max: fieldOf(last, zone), value: fieldOf(now() + A_DAY, zone) });
  const field = el('div', { class: 'form', hidden: true }, el('label', { for: 'block-until' }, `Until, in ${zone === 'utc' ? 'UTC' : 'local time'}, within 90 days`), input);
  return {
    field,
    value: () => timeIn(input.value, zone),
    focus: () => input.focus(),
    show(wanted) {
      field.hidden = !wanted;
      input.required = wanted;
      // Or a wrong date that nobody sees would keep the form from being sent.
      input.disabled = !wanted;
      if (wanted) input.focus();
    },
  };
}
