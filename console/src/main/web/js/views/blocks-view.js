import { el, fill, foreign } from '../dom.js';
import { sourceInPath } from '../logic/route.js';
import { announce } from '../parts/announce.js';
import { blockDialog } from '../parts/block-dialog.js';
import { blockOrigin, blockState } from '../parts/block-facts.js';
import { button, card, empty, loading, problem, table, time } from '../parts/cells.js';
import { pageHead } from '../parts/page-head.js';
import { View } from '../view.js';

const POLL = 10_000;
const PAGE = 100;
const MOST = 1_000;
const EXISTS = 412;

/** Blocks in force or proposed, and the sources that are never blocked. */
class BlocksView extends View {
  #blocks;
  #exemptions;
  #told;
  #heading = el('h2', {}, 'In force');
  #inForce = el('div', {}, loading());
  #allowed = el('div', {}, loading());
  #said = el('div', { 'aria-live': 'polite' });
  #mode = el('div', { role: 'status' });

  show() {
    fill(
      this,
      pageHead('Blocks', this.#offer(), button('Block a source…', () => blockDialog(this.context, {}, () => this.#read()), { class: 'primary' })),
      this.#mode,
      this.#said,
      el('div', { class: 'blocks' }, el('section', { class: 'card' }, this.#heading, this.#inForce), card('Never blocked', {}, this.#allowed, this.#allowForm())),
    );
    this.#read();
    this.every(POLL, () => !document.hidden && this.#read());
  }

  async #read() {
    try {
      const [blocks, list] = await Promise.all([this.#allBlocks(), this.api.get('v1/allowlist', undefined, this.signal)]);
      const told = JSON.stringify([blocks, list]);
      if (told === this.#told) return;
      this.#told = told;
      this.#blocks = blocks;
      this.#exemptions = list.items;
      this.#showBlocks();
      this.#showAllowed();
    } catch (error) {
      if (!this.signal.aborted) {
        this.#told = undefined;
        fill(this.#inForce, problem(error, () => this.#read()));
      }
    }
  }

  async #allBlocks() {
    const found = [];
    let cursor;
    do {
      const query = new URLSearchParams({ limit: String(PAGE), ...(cursor ? { cursor } : {}) });
      const page = await this.api.get('v1/blocks', query, this.signal);
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor && found.length < MOST);
    return found;
  }

  #showBlocks() {
    const dry = this.#blocks.some(({ state }) => state === 'wouldBe');
    fill(this.#heading, dry ? 'Would be in force' : 'In force');
    fill(this.#mode, dry && el('p', { class: 'note' }, 'Blocking is in dry run: these are the sources that would be blocked now. The firewall has none of them.'));
    if (this.#blocks.length === 0) {
      fill(this.#inForce, empty('Nobody is blocked.', 'What a finding blocks, and what you order, is here until it ends.'));
      return;
    }
    const rows = this.#blocks.map((block) => [
      foreign(block.source, 'mono address'),
      blockState(block),
      foreign(block.reason),
      blockOrigin(block),
      time(block.since),
      time(block.until, 'left'),
      block.strikes,
      button('Undo', () => this.#remove('blocks', block), { 'aria-label': `Undo the block of ${block.source}` }),
    ]);
    fill(this.#inForce, table('Blocks', ['source', 'state', 'reason', 'made', 'since', 'ends in', { text: 'strikes', number: true }, 'undo'], rows));
  }

  #showAllowed() {
    if (this.#exemptions.length === 0) {
      fill(this.#allowed, empty('The allow list is empty.', 'Put your offices and scanners here.'));
      return;
    }
    const rows = this.#exemptions.map((each) => [foreign(each.source, 'mono address'), foreign(each.reason), foreign(each.principal, 'mono'), time(each.since), button('Remove', () => this.#remove('allowlist', each), { 'aria-label': `Remove ${each.source} from the allow list` })]);
    fill(this.#allowed, table('Allow list', ['source', 'reason', 'by', 'since', 'remove'], rows));
  }

  async #remove(list, { source, version }) {
    const headers = { 'If-Match': `"${version}"` };
    try {
      await this.api.call({ method: 'DELETE', path: `v1/${list}/${sourceInPath(source)}`, headers });
      announce(list === 'blocks' ? 'The block is taken back. The source is free within a minute.' : 'It is off the list.');
      fill(this.#said);
    } catch (error) {
      fill(this.#said, error.status === EXISTS ? el('div', { class: 'problem', role: 'alert' }, 'It has changed meanwhile: look again, the list below is how it is now.') : problem(error));
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
        fill(this.#said, error.status === EXISTS ? el('div', { class: 'problem', role: 'alert' }, 'It is on the list already.') : problem(error));
      }
      await this.#read();
    };
    return el('form', { class: 'form inline', onsubmit: add }, el('div', {}, el('label', { for: 'allow-source' }, 'Address or range'), source), el('div', {}, el('label', { for: 'allow-reason' }, 'Reason'), reason), el('button', {}, 'Never block'));
  }

  #offer() {
    return {
      name: 'blocks',
      calls: () => [{ url: this.api.url('v1/blocks') }, { url: this.api.url('v1/allowlist') }],
      data: () => ({ blocks: this.#blocks, allowlist: this.#exemptions }),
      rows: () => this.#blocks ?? [],
    };
  }
}

customElements.define('blocks-view', BlocksView);
