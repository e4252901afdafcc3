/** Addresses within the page: `#/findings/ID?name=value`. */

/**
 * Splits a hash into its decoded segments and its query.
 * @param {string} hash
 * @returns {{segments: string[], query: URLSearchParams}}
 */
export function parseHash(hash) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?', 2);
  return { segments: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query) };
}

/**
 * Makes a hash of segments, each encoded, and a query.
 * @param {string[]} segments
 * @param {URLSearchParams} [query]
 * @returns {string}
 */
export function hashOf(segments, query = new URLSearchParams()) {
  const text = query.toString();
  return `#/${segments.map(encoded).join('/')}${text ? `?${text}` : ''}`;
}

/**
 * Returns a source, an address or a range, as the API wants it in a path: with `_` for its slash.
 * @param {string} source
 * @returns {string}
 */
export function sourceInPath(source) {
  return segment(source.trim().replace('/', '_'));
}

/**
 * Returns the path of an operation on something whose name comes from outside.
 * @param {string} collection such as `v1/threats`
 * @param {...string} names
 * @returns {string}
 */
export function pathOf(collection, ...names) {
  return [collection, ...names.map(segment)].join('/');
}

/** The kinds of subjects that have a page of their own, by the scope of a finding. */
export const ACTOR_KINDS = ['ip', 'network', 'principal', 'client', 'apiKey'];

/** The kinds of subjects that the firewall can tell, so that they can be blocked. */
export const BLOCKABLE_KINDS = ['ip', 'network'];

/**
 * Returns the page of the subject of a finding, or none if it is no single actor.
 * @param {string} scope
 * @param {string} subject
 * @returns {string | undefined}
 */
export function actorHash(scope, subject) {
  if (!subject) return undefined;
  if (ACTOR_KINDS.includes(scope)) return hashOf(['actors', scope, subject]);
  return scope === 'credential' && !subject.startsWith('name-') ? hashOf(['actors', 'principal', subject]) : undefined;
}

/** Dots alone would climb in a path, encoded or not: nothing has such a name. */
function segment(name) {
  return name === '.' || name === '..' ? '_' : encoded(name);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Half a surrogate pair, which has no encoding, becomes the replacement character. */
function encoded(text) {
  return encodeURIComponent(text.toWellFormed());
}
