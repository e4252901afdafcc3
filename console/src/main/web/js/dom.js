/** Elements whose text is always text: nothing here parses HTML. */

const SAFE_LINK = /^(#|blob:)/;

/**
 * Makes an element.
 * @param {string} name of an HTML element
 * @param {Record<string, unknown>} [members] attributes; `on…` functions are listeners, `class` is the class, null and false are left out
 * @param {...(Node | string | number | undefined | null | false)} children texts become text nodes
 * @returns {HTMLElement}
 */
export function el(name, members = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(members)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'href') {
      if (!SAFE_LINK.test(String(value))) throw new Error('A link leaves the page.');
      element.setAttribute('href', String(value));
    } else {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

/**
 * Replaces what an element holds.
 * @param {Element} element
 * @param {...(Node | string | number | undefined | null | false)} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/**
 * Makes an element for a text that came from outside: it wraps anywhere, and its direction stays inside.
 * @param {unknown} text
 * @param {string} [kind] a class beside
 * @returns {HTMLElement}
 */
export function foreign(text, kind = '') {
  return el('bdi', { class: `foreign ${kind}`.trim() }, String(text));
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}
