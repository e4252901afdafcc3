import { el, foreign } from '../dom.js';
import { covers } from '../logic/source-range.js';
import { blockEnd, blockOrigin, blockState } from './block-facts.js';
import { button, facts, time } from './cells.js';
import { undoDialog } from './undo-dialog.js';

/**
 * Returns whether the firewall gets nothing of a block: it is one of a dry run.
 * @param {{state: string}} block
 * @param {string} mode
 * @returns {boolean}
 */
export function isDry({ state }, mode) {
  return state === 'wouldBe' || (state === 'pending' && mode === 'dryRun');
}

/**
 * Shows the block that a source is in, with the way to take it back.
 * @param {import('../view.js').View['context']} context
 * @param {import('./block-lists.js').SourceBlocks} blocks
 * @param {string} source what the page is about
 * @param {() => void} done is called once something was done about it
 * @param {Node} [more] another button
 * @returns {HTMLElement[]}
 */
export function blockNow(context, { running: block, mode }, source, done, more) {
  const dry = isDry(block, mode);
  const whose = covers(source, block.source) ? 'It' : ['It is within ', foreign(block.source, 'mono'), ', which'];
  const words = dry ? ' would be blocked. Blocking is in dry run: the firewall has none of it.' : block.state === 'pending' ? ' is ordered to be blocked. The firewall has it within a minute.' : ' is blocked.';
  return [
    el('p', {}, whose, words),
    facts([
      ['state', dry ? blockState({ state: 'wouldBe' }) : blockState(block)],
      ['made', blockOrigin(block, context.session.principal)],
      ['reason', foreign(block.reason)],
      ['since', time(block.since)],
      [dry ? 'would end in' : 'ends in', time(block.until, 'left')],
      ['strikes', block.strikes > 0 && String(block.strikes)],
    ]),
    el('div', { class: 'buttons' }, button('Undo…', () => undoDialog(context, block, done), { 'aria-label': `Undo the block of ${block.source}` }), more),
  ];
}

/**
 * Tells of blocks that ended, newest first.
 * @param {import('./block-lists.js').SourceBlocks} blocks
 * @param {string | undefined} me the reader's own principal
 * @returns {(HTMLElement | false)[]}
 */
export function blocksBefore({ ended, complete }, me) {
  return [
    ended.length > 0 && el('ul', { class: 'plain-list past' }, ended.map((block) => el('li', {}, was(block), ' from ', time(block.since), ' until ', time(block.until), ', ', blockOrigin(block, me), '. Ended: ', blockEnd(block, me), '.'))),
    !complete && el('p', { class: 'quiet' }, 'There are more blocks than are read here: older ones may be missing.'),
  ];
}

function was({ state }) {
  if (state === 'wouldBe') return 'Would have been blocked (dry run)';
  return state === 'pending' ? 'Was to be blocked, and the firewall never had it,' : 'Was blocked';
}
