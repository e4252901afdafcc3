/** Tables as CSV (RFC 4180) that a spreadsheet opens without running anything. */

/** What begins a formula, also in full width, which some spreadsheets read alike. */
const BEGINS = '[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]';
const FORMULA = new RegExp(`^${BEGINS}`);
/** Where the comma is the decimal sign, a semicolon begins a cell, quoted or not. */
const FORMULA_BEHIND = new RegExp(`;(?=${BEGINS})`, 'g');
const NEEDS_QUOTES = /[",\r\n]/;
/** Else a spreadsheet may take UTF-8 for something older. */
const MARK = '\uFEFF';

/**
 * Returns one cell. What a spreadsheet would take for a formula gets an apostrophe in front.
 * @param {unknown} value
 * @returns {string}
 */
export function cell(value) {
  const text = value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = typeof value === 'number' ? text : (FORMULA.test(text) ? `'${text}` : text).replace(FORMULA_BEHIND, ";'");
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Returns rows as CSV, with a byte order mark and a line of names; members of members are named `a.b`.
 * @param {Record<string, unknown>[]} rows
 * @returns {string}
 */
export function csvOf(rows) {
  const flat = rows.map((row) => flattened(row));
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const lines = [names.map(cell), ...flat.map((row) => names.map((name) => cell(row[name])))];
  return MARK + lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function flattened(value, prefix = '') {
  const found = {};
  for (const [name, member] of Object.entries(value)) {
    if (member && typeof member === 'object' && !Array.isArray(member)) {
      Object.assign(found, flattened(member, `${prefix}${name}.`));
    } else {
      found[prefix + name] = member;
    }
  }
  return found;
}
