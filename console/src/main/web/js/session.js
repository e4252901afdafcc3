/** Who is signed in. Tokens are in the memory of this page alone and end with it. */

import { authorizeUrl, callbackOf, challengeOf, claimsOf, randomText } from './logic/pkce.js';

const REQUEST = 'rampart-sign-in';
const EARLY = 60_000;
const TIMEOUT = 15_000;
const NO_ANSWER = 'The sign-in service does not answer.';
/** Of RFC 6749, section 4.1.2.1. Anybody can write an address with other words in it. */
const REFUSALS = {
  access_denied: 'It was denied.',
  invalid_scope: 'You may not have what the console asks for.',
  server_error: 'The sign-in service failed.',
  temporarily_unavailable: 'The sign-in service is too busy.',
};

/** A signed-in person, or nobody yet. */
export class Session extends EventTarget {
  #config;
  #tokens;
  #expiresAt = 0;
  #refreshing;
  #timer;

  /** @param {{signInUrl: string, clientId: string, apiKey: string}} config */
  constructor(config) {
    super();
    this.#config = config;
  }

  /** Whether somebody is signed in. */
  get signedIn() {
    return this.#tokens !== undefined;
  }

  /** The name of who is signed in. */
  get name() {
    const claims = claimsOf(this.#tokens?.id_token ?? this.#tokens?.access_token ?? '');
    return String(claims['cognito:username'] ?? claims.username ?? claims.sub ?? '');
  }

  /** What the API knows who is signed in by. */
  get principal() {
    return claimsOf(this.#tokens?.access_token ?? '').sub;
  }

  /** What the token allows. */
  get scopes() {
    return String(claimsOf(this.#tokens?.access_token ?? '').scope ?? '').split(' ');
  }

  /** Goes to the page at which a person signs in; it comes back to where the reader is now. */
  async signIn() {
    const verifier = randomText();
    const state = randomText();
    sessionStorage.setItem(REQUEST, JSON.stringify({ verifier, state, hash: location.hash }));
    const challenge = await challengeOf(verifier);
    location.assign(authorizeUrl(this.#config, { redirectUri: redirectUri(), state, challenge }));
  }

  /**
   * Takes up the answer of the sign-in page, if the address has one.
   * @returns {Promise<void>} fails with what went wrong, in words
   */
  async takeUp() {
    const answer = callbackOf(location.search);
    const kept = sessionStorage.getItem(REQUEST);
    sessionStorage.removeItem(REQUEST);
    if (!answer.code && !answer.error) return;
    const request = kept ? JSON.parse(kept) : undefined;
    history.replaceState(null, '', location.pathname + (request?.hash ?? location.hash));
    if (!request || request.state !== answer.state) throw new Error('The answer of the sign-in page belongs to another request.');
    if (answer.error) throw new Error(`The sign-in did not succeed. ${Object.hasOwn(REFUSALS, answer.error) ? REFUSALS[answer.error] : ''}`.trim());
    await this.#ask({ grant_type: 'authorization_code', code: answer.code, redirect_uri: redirectUri(), code_verifier: request.verifier });
  }

  /**
   * Returns the headers of a call of the API, with a token that holds.
   * @returns {Promise<Record<string, string>>}
   */
  async headers() {
    if (Date.now() > this.#expiresAt - EARLY) await this.refresh();
    if (!this.#tokens) throw new Error('Nobody is signed in.');
    return { Authorization: `Bearer ${this.#tokens.access_token}`, 'x-api-key': this.#config.apiKey };
  }

  /** Asks for a new token; several callers share one question. */
  async refresh() {
    if (!this.#tokens?.refresh_token) return this.#end();
    this.#refreshing ??= this.#ask({ grant_type: 'refresh_token', refresh_token: this.#tokens.refresh_token }).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Revokes the refresh token, forgets everything, and ends the session of the sign-in page too. */
  async signOut() {
    const token = this.#tokens?.refresh_token;
    this.#end();
    if (token) await this.#post('revoke', { token }).catch(() => undefined);
    const query = new URLSearchParams({ client_id: this.#config.clientId, logout_uri: redirectUri() });
    location.assign(`${this.#config.signInUrl}/logout?${query}`);
  }

  async #ask(form) {
    const answer = await this.#post('token', form);
    if (!answer.ok) {
      if (answer.status >= 500 || answer.status === 429) throw new Error(NO_ANSWER);
      this.#end();
      throw new Error('The sign-in has ended. Please sign in again.');
    }
    this.#tokens = { ...this.#tokens, ...(await answer.json()) };
    this.#expiresAt = Date.now() + this.#tokens.expires_in * 1000;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh().catch(() => undefined), Math.max(1000, this.#tokens.expires_in * 1000 - EARLY));
  }

  async #post(operation, form) {
    try {
      return await fetch(`${this.#config.signInUrl}/oauth2/${operation}`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: this.#config.clientId, ...form }),
        credentials: 'omit',
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch {
      throw new Error(NO_ANSWER);
    }
  }

  #end() {
    const was = this.signedIn;
    this.#tokens = undefined;
    this.#expiresAt = 0;
    clearTimeout(this.#timer);
    if (was) this.dispatchEvent(new Event('ended'));
  }
}

function redirectUri() {
  return location.origin + location.pathname;
}
