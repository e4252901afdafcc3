/** Blocks as the API lists them, page by page. */

import { covers } from '../logic/source-range.js';

const PAGE = 100;
const MOST = 1_000;

/**
 * Reads a list of blocks, a thousand at most.
 * @param {import('../api.js').Api} api
 * @param {{ended?: boolean, signal?: AbortSignal, enough?: (last: object) => boolean}} asked `enough` says of the last block of a page that no more are wanted
 * @returns {Promise<{items: object[], mode: string, complete: boolean}>}
 */
export async function blockList(api, { ended = false, signal, enough = () => false }) {
  const items = [];
  let page;
  do {
    const query = new URLSearchParams({ limit: String(PAGE), ...(ended ? { state: 'ended' } : {}), ...(page ? { cursor: page.nextCursor } : {}) });
    page = await api.get('v1/blocks', query, signal);
    items.push(...page.items);
    if (page.items.length > 0 && enough(page.items.at(-1))) return { items, mode: page.mode, complete: true };
  } while (page.nextCursor && items.length < MOST);
  return { items, mode: page.mode, complete: !page.nextCursor };
}

/**
 * Returns whether blocks reach the firewall: `on` or `dryRun`, or nothing if that cannot be read.
 * @param {import('../api.js').Api} api
 * @returns {Promise<string | undefined>}
 */
export function blockingMode(api) {
  return api.get('v1/blocks', new URLSearchParams({ limit: '1' })).then(({ mode }) => mode, () => undefined);
}

/**
 * The blocks that a source is in, or was in.
 * @typedef {{mode: string, running: object | undefined, ended: object[], complete: boolean}} SourceBlocks
 */

/**
 * Reads the blocks of a source, and of the ranges that it is in.
 * @param {import('../api.js').Api} api
 * @param {string} source an address or a range
 * @param {{since?: string, signal?: AbortSignal}} asked `since` leaves out what ended before, RFC 3339
 * @returns {Promise<SourceBlocks>} the narrowest block that is in force, and those that ended within seven days, newest first
 */
export async function blocksOf(api, source, { since = '', signal }) {
  const isOver = ({ until }) => Date.parse(until) < Date.parse(since);
  const [inForce, ended] = await Promise.all([blockList(api, { signal }), blockList(api, { ended: true, signal, enough: isOver })]);
  const isAbout = (block) => covers(block.source, source);
  const running = inForce.items.filter(isAbout).reduce((best, block) => (best && covers(block.source, best.source) ? best : block), undefined);
  return { mode: inForce.mode, running, ended: ended.items.filter((block) => isAbout(block) && !isOver(block)), complete: inForce.complete && ended.complete };
}
