/** Why a gate refused a request, in few words. */

/** Rules of the firewall that refuse what is on the block list: no detection point stands for them, since our own block is no evidence. */
const BLOCK_LIST_RULES = ['BlockedAddresses'];

/**
 * Returns the reason in the words that the entry has, the most telling first: the point, or else the problem; the rule; the field.
 * @param {{point?: string, rule?: string, field?: string, problem?: string}} entry
 * @returns {string[]}
 */
export function reasonWords(entry) {
  if (!entry.point && BLOCK_LIST_RULES.includes(entry.rule)) return ['blocked address'];
  return [entry.point ?? entry.problem, entry.rule, entry.field].filter(Boolean);
}
