import { el, fill, foreign } from '../dom.js';
import { actorHash, sourceInPath } from '../logic/route.js';
import { announce } from '../parts/announce.js';
import { blockDialog } from '../parts/block-dialog.js';
import { blockEnd, blockOrigin, blockSource, blockState, blockWas } from '../parts/block-facts.js';
import { blockList } from '../parts/block-lists.js';
import { isDry } from '../parts/block-story.js';
import { button, card, empty, loading, problem, table, time } from '../parts/cells.js';
import { pageHead } from '../parts/page-head.js';
import { person } from '../parts/person.js';
import { refusal } from '../parts/refusal.js';
import { undoDialog } from '../parts/undo-dialog.js';
import { View } from '../view.js';

const POLL = 10_000;
const PAGE = 100;
const EXISTS = 412;
const REASON = { text: 'reason', kind: 'text' };

/** Blocks in force or proposed, and the sources that are never blocked. */
class BlocksView extends View {
  #blocks;
  #dry = false;
  #complete = true;
  #exemptions;
  #ended;
  #told;
  #heading = el('h2', {}, 'In force');
  #inForce = el('div', {}, loading());
  #allowed = el('div', {}, loading());
  #said = el('div', { 'aria-live': 'polite' });
  #mode = el('div', { role: 'status' });
  #past = el('div', {});
  #history = el('details', { ontoggle: () => this.#history.open && this.#readEnded() }, el('summary', {}, el('h2', {}, 'Ended within seven days')), this.#past);

  get #me() {
    return this.context.session.principal;
  }

  show() {
    fill(
      this,
      pageHead('Blocks', this.#offer(), button('Block a source…', () => blockDialog(this.context, {}, () => this.#read()), { class: 'primary' })),
      this.#mode,
      this.#said,
      el('div', { class: 'blocks' }, el('section', { class: 'card' }, this.#heading, this.#inForce), card('Never blocked', {}, this.#allowed, this.#allowForm()), el('section', { class: 'card history' }, this.#history)),
    );
    this.#read();
    this.every(POLL, () => !document.hidden && this.#read());
  }

  async #read() {
    const isNewest = this.reading('blocks');
    try {
      const [{ items: blocks, mode, complete }, list] = await Promise.all([blockList(this.api, { signal: this.signal }), this.api.get('v1/allowlist', undefined, this.signal)]);
      const told = JSON.stringify([blocks, mode, complete, list]);
      if (!isNewest() || told === this.#told) return;
      this.#told = told;
      this.#blocks = blocks;
      this.#dry = mode === 'dryRun';
      this.#complete = complete;
      this.#exemptions = list.items;
      this.#showBlocks();
      this.#showAllowed();
    } catch (error) {
      if (!this.signal.aborted && isNewest()) {
        this.#told = undefined;
        fill(this.#inForce, problem(error, () => this.#read()));
      }
    }
  }

  /** Reads the newest of the blocks that ended, or those that ended before the ones that are shown. */
  async #readEnded(cursor) {
    const isNewest = this.reading('ended');
    if (!this.#ended) fill(this.#past, loading());
    try {
      const query = new URLSearchParams({ state: 'ended', limit: String(PAGE), ...(cursor ? { cursor } : {}) });
      const page = await this.api.get('v1/blocks', query, this.signal);
      if (!isNewest()) return;
      this.#ended = cursor ? [...this.#ended, ...page.items] : page.items;
      this.#showEnded(page.nextCursor);
    } catch (error) {
      if (!this.signal.aborted && isNewest()) fill(this.#past, problem(error, () => this.#readEnded()));
    }
  }

  #showEnded(cursor) {
    const again = el('div', { class: 'buttons' }, button('Read again', () => this.#readEnded()), cursor && button('Older', () => this.#readEnded(cursor)));
    if (this.#ended.length === 0) {
      fill(this.#past, empty('No block ended within seven days.', 'One that is taken back is here at once, one that expires within a minute.'), again);
      return;
    }
    const rows = this.#ended.map((block) => [blockSource(block), blockWas(block), foreign(block.reason), blockOrigin(block, this.#me), time(block.since), time(block.until), blockEnd(block, this.#me)]);
    fill(this.#past, table('Ended blocks', ['source', 'was', REASON, 'made', 'since', 'ended', 'because'], rows, { kind: 'stacked' }), again);
  }

  #showBlocks() {
    const none = this.#blocks.length === 0;
    const would = none ? 'what would be blocked is shown here, also what you order, and the firewall gets none of it.' : 'these are the sources that would be blocked now. The firewall has none of them.';
    fill(this.#heading, this.#dry ? 'Would be in force' : 'In force');
    fill(this.#mode, this.#dry && el('p', { class: 'note' }, `Blocking is in dry run: ${would}`));
    if (none) {
      fill(this.#inForce, empty(this.#dry ? 'Nobody would be blocked.' : 'Nobody is blocked.', 'What a finding blocks, and what you order, is here until it ends.'));
      return;
    }
    const rows = this.#blocks.map((block) => [
      blockSource(block),
      blockState(isDry(block, this.#dry ? 'dryRun' : 'on') ? { state: 'wouldBe' } : block),
      foreign(block.reason),
      blockOrigin(block, this.#me),
      time(block.since),
      time(block.until, 'left'),
      block.strikes,
      button('Undo…', () => undoDialog(this.context, block, () => this.#undone()), { 'aria-label': `Undo the block of ${block.source}` }),
    ]);
    fill(this.#inForce, table('Blocks', ['source', 'state', REASON, 'made', 'since', 'ends in', { text: 'strikes', number: true }, 'undo'], rows, { kind: 'stacked' }), !this.#complete && this.#rest());
  }

  /** There is no room for more: the page of an address says whether it is blocked. */
  #rest() {
    const source = el('input', { id: 'rest-source', required: true, maxlength: 45, autocomplete: 'off', spellcheck: 'false' });
    const find = (event) => {
      event.preventDefault();
      location.hash = actorHash('ip', source.value.trim());
    };
    const form = el('form', { class: 'find', onsubmit: find }, el('label', { for: 'rest-source' }, 'Is this address blocked?'), source, el('button', {}, 'Look up'));
    return el('div', { class: 'note' }, el('p', {}, `These are the first ${this.#blocks.length}, in the order of their sources. There are more.`), form);
  }

  #showAllowed() {
    if (this.#exemptions.length === 0) {
      fill(this.#allowed, empty('The allow list is empty.', 'Put your offices and scanners here.'));
      return;
    }
    const rows = this.#exemptions.map((each) => [blockSource(each), foreign(each.reason), person(each.principal, this.#me), time(each.since), button('Remove', () => this.#remove(each), { 'aria-label': `Remove ${each.source} from the allow list` })]);
    fill(this.#allowed, table('Allow list', ['source', REASON, 'by', 'since', 'remove'], rows, { kind: 'stacked' }));
  }

  async #undone() {
    await this.#read();
    if (this.#history.open) this.#readEnded();
  }

  async #remove({ source, version }) {
    try {
      await this.api.call({ method: 'DELETE', path: `v1/allowlist/${sourceInPath(source)}`, headers: { 'If-Match': `"${version}"` } });
      announce('It is off the list.');
      fill(this.#said);
    } catch (error) {
      fill(this.#said, refusal(error, { source }));
    }
    await this.#read();
  }

  #allowForm() {
    const source = el('input', { id: 'allow-source', required: true, maxlength: 49, autocomplete: 'off', spellcheck: 'false' });
    const reason = el('input', { id: 'allow-reason', required: true, maxlength: 256, autocomplete: 'off' });
    const add = async (event) => {
      event.preventDefault();
      try {
        await this.api.call({ method: 'PUT', path: `v1/allowlist/${sourceInPath(source.value)}`, headers: { 'If-None-Match': '*' }, body: { reason: reason.value.trim() } });
        source.value = '';
        reason.value = '';
        fill(this.#said);
        announce('It is on the list. Every block of it ends.');
      } catch (error) {
        fill(this.#said, error.status === EXISTS ? el('div', { class: 'problem', role: 'alert' }, 'It is on the list already.') : refusal(error, { source: source.value, text: reason.value }));
      }
      await this.#read();
    };
    return el('form', { class: 'form inline', onsubmit: add }, el('div', {}, el('label', { for: 'allow-source' }, 'Address or range'), source), el('div', {}, el('label', { for: 'allow-reason' }, 'Reason'), reason), el('button', {}, 'Never block'));
  }

  #offer() {
    return {
      name: 'blocks',
      calls: () => ['v1/blocks', 'v1/allowlist', ...(this.#ended ? ['v1/blocks?state=ended'] : [])].map((path) => ({ url: this.api.url(path) })),
      data: () => ({ mode: this.#dry ? 'dryRun' : 'on', blocks: this.#blocks, allowlist: this.#exemptions, ended: this.#ended }),
      rows: () => [...(this.#blocks ?? []), ...(this.#ended ?? [])],
    };
  }
}

customElements.define('blocks-view', BlocksView);
