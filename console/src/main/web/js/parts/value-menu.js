import { el, fill, foreign } from '../dom.js';
import { button } from './cells.js';
import { copied } from './page-head.js';

let open;

/**
 * Makes a value that filters: a click wants it, or lets it go again, Alt and a click excludes it, the menu key and the right button show both.
 * @param {{text: string, value: string, content?: Node, side: '' | 'only' | 'without', key: string, label: string, act: (side: 'only' | 'without') => void}} of
 * @returns {HTMLElement}
 */
export function valueButton({ text, value, content, side, key, label, act }) {
  const click = (event) => act(event.altKey || side === 'without' ? 'without' : 'only');
  const menu = (event) => {
    event.preventDefault();
    showMenu(event.currentTarget, value, act);
  };
  const members = { class: 'value', 'data-side': side, 'data-key': key, title: `${label}: ${text}`, onclick: click, oncontextmenu: menu };
  return el('button', { type: 'button', 'aria-pressed': side ? String(side === 'only') : undefined, ...members }, side === 'without' ? 'not ' : '', content ?? foreign(text));
}

function showMenu(anchor, value, act) {
  open?.remove();
  const close = () => {
    open = undefined;
    // What loses the focus removes itself.
    anchor.focus();
    menu.remove();
  };
  const item = (text, choose) => button(text, () => { close(); choose(); }, { role: 'menuitem' });
  const key = (event) => {
    const items = [...menu.children];
    const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[event.key];
    if (step) items[(items.indexOf(document.activeElement) + step) % items.length].focus();
    if (event.key === 'Escape' || event.key === 'Tab') close();
    if (step || event.key === 'Escape') event.preventDefault();
  };
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': 'Filter', onkeydown: key });
  fill(menu, item('Only this', () => act('only')), item('All but this', () => act('without')), item('Copy', () => copied(value)));
  menu.addEventListener('focusout', (event) => {
    if (!menu.contains(event.relatedTarget)) menu.remove();
  });
  document.body.append(menu);
  const box = anchor.getBoundingClientRect();
  menu.style.left = `${Math.min(box.left, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${Math.min(box.bottom + 2, innerHeight - menu.offsetHeight - 8)}px`;
  menu.firstChild.focus();
  open = menu;
}
