/** A list of findings that is read again from its newest on. */

/**
 * Takes the newest findings of a list in place of what was known of them: one that is no longer among them has left the list.
 * @param {Map<string, {id: string, openedAt: string}>} known
 * @param {{id: string, openedAt: string}[]} items newest first
 * @param {boolean} all whether the list has no others
 * @returns {Map<string, {id: string, openedAt: string}>}
 */
export function renewed(known, items, all) {
  const oldest = items.at(-1)?.openedAt ?? '';
  const older = all ? [] : [...known.values()].filter(({ openedAt }) => openedAt <= oldest);
  return new Map([...older, ...items].map((item) => [item.id, item]));
}
