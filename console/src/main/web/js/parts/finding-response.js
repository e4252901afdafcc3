import { el } from '../dom.js';
import { RESPONSE_REASONS } from '../logic/catalogue.js';
import { blockNow, blocksBefore, isDry } from './block-story.js';
import { blockEnd, blockOrigin } from './block-facts.js';
import { time } from './cells.js';

/**
 * Tells what is done about the source of a finding, and what was.
 * @param {import('../view.js').View['context']} context
 * @param {object} threat
 * @param {import('./block-lists.js').SourceBlocks | undefined} blocks none as long as they are not read, and of a subject that cannot be blocked
 * @param {() => void} done is called once something was done about a block
 * @param {Node | false} order a button that orders a block
 * @returns {(HTMLElement | false)[]}
 */
export function findingResponse(context, threat, blocks, done, order) {
  const now = blocks?.running ? blockNow(context, blocks, threat.subject, done, order) : [el('p', {}, without(threat, blocks)), order && el('div', { class: 'buttons' }, order)];
  return [...now, ...(blocks ? blocksBefore(blocks, context.session.principal) : [])];
}

function without(threat, blocks) {
  const { response, responseReason: reason } = threat;
  if (response === 'proposed') return reason === 'dryRun' ? 'It would be blocked. Blocking is in dry run: the firewall has none of it.' : `A block was proposed, and not made: ${RESPONSE_REASONS[reason] ?? reason ?? 'the reason is not told'}.`;
  if (response === 'blocked') return ['Its source is blocked, until ', time(threat.responseExpiresAt), '.'];
  return blocks?.ended.length > 0 ? 'Nothing is done now.' : 'Nothing was done.';
}

/**
 * Returns when blocks of a source began and ended, or will end, for a timeline.
 * @param {import('./block-lists.js').SourceBlocks | undefined} blocks
 * @param {string | undefined} me the reader's own principal
 * @returns {[string, (Node | string)[]][]}
 */
export function blockEvents(blocks, me) {
  if (!blocks) return [];
  const { running, ended, mode } = blocks;
  const began = (block, dry) => [block.since, [dry ? 'a block that is no more than shown (dry run), ' : 'a block, ', blockOrigin(block, me)]];
  const over = ended.flatMap((block) => [began(block, block.state === 'wouldBe'), [block.until, ['the block ended: ', blockEnd(block, me)]]]);
  return running ? [...over, began(running, isDry(running, mode)), [running.until, [isDry(running, mode) ? 'the block would end' : 'the block ends']]] : over;
}
