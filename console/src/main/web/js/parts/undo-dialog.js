import { el, fill, foreign } from '../dom.js';
import { sourceInPath } from '../logic/route.js';
import { announce } from './announce.js';
import { blockingMode } from './block-lists.js';
import { button } from './cells.js';
import { openDialog } from './dialog.js';
import { refusal } from './refusal.js';

const FREE = {
  on: 'The source is free within a minute.',
  dryRun: 'Blocking is in dry run: the firewall does not have it, so the source is free already. It is no longer shown as what would be blocked.',
};
const UNSURE = 'If the firewall has it, the source is free within a minute.';

/**
 * Says what follows when a block is taken back, and takes it back if a person wants that.
 * @param {{api: import('../api.js').Api}} context
 * @param {{source: string, version: number}} block
 * @param {() => void} done
 */
export function undoDialog({ api }, { source, version }, done) {
  const mode = blockingMode(api);
  const said = el('div', { 'aria-live': 'polite' });
  const follows = el('p', {});
  const undo = async (event) => {
    const pressed = event.currentTarget;
    pressed.disabled = true;
    try {
      await api.call({ method: 'DELETE', path: `v1/blocks/${sourceInPath(source)}`, headers: { 'If-Match': `"${version}"` } });
      dialog.close();
      announce(`The block is taken back. ${FREE[await mode] ?? UNSURE}`);
    } catch (error) {
      fill(said, refusal(error, { source }));
    }
    done();
  };
  const dialog = openDialog(
    'Take the block back',
    el('p', {}, 'The block of ', foreign(source, 'mono'), ' ends now.'),
    follows,
    el('p', {}, 'No finding about it that is known by now can block it again. A new one can, and so can a person.'),
    said,
    el('div', { class: 'buttons' }, button('Take it back', undo, { class: 'primary' }), button('Cancel', () => dialog.close())),
  );
  mode.then((known) => fill(follows, FREE[known] ?? UNSURE));
}
