/** Authorization code with PKCE (RFC 7636): the values that the page makes, and the addresses that it opens. */

/** What the page may do once somebody has signed in. */
export const SCOPES = 'openid rampart/threats.read rampart/threats.write rampart/blocks.write';

const VERIFIER_BYTES = 32;

/**
 * Encodes bytes as base64url without padding.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function base64url(bytes) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * Makes a value that nobody can guess, of 43 characters.
 * @returns {string}
 */
export function randomText() {
  return base64url(crypto.getRandomValues(new Uint8Array(VERIFIER_BYTES)));
}

/**
 * Returns the S256 challenge of a verifier.
 * @param {string} verifier
 * @returns {Promise<string>}
 */
export async function challengeOf(verifier) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

/**
 * Returns the address at which a person signs in.
 * @param {{signInUrl: string, clientId: string}} config
 * @param {{redirectUri: string, state: string, challenge: string}} request
 * @returns {string}
 */
export function authorizeUrl(config, { redirectUri, state, challenge }) {
  const query = new URLSearchParams({
    client_id: config.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: SCOPES,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  return `${config.signInUrl}/oauth2/authorize?${query}`;
}

/**
 * Reads what the sign-in page sent back.
 * @param {string} search the query of the page's address
 * @returns {{code?: string, state?: string, error?: string}}
 */
export function callbackOf(search) {
  const query = new URLSearchParams(search);
  const found = {};
  for (const name of ['code', 'state', 'error']) {
    const value = query.get(name);
    if (value) found[name] = value;
  }
  return found;
}

/**
 * Reads the claims of a token, to show whose it is. Nothing is decided by it: the API checks each token.
 * @param {string} token
 * @returns {Record<string, unknown>}
 */
export function claimsOf(token) {
  const part = token.split('.')[1] ?? '';
  try {
    const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0))));
  } catch {
    return {};
  }
}
