/** Calls of the API, all of them documented in its contract. */

import { learn } from './server-clock.js';

const TIMEOUT = 20_000;
/** Longer, and who waits is told instead. */
const LONGEST_WAIT = 3_000;

/** A refusal of the API, or no answer at all (`status` 0). */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {{title?: string, detail?: string, requestId?: string, gate?: string, errors?: object[]}} problem
   */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The API answered ${status}.`);
    this.status = status;
    this.problem = problem;
  }
}

/** The API, for whoever is signed in. */
export class Api {
  #session;

  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.#session = session;
  }

  /**
   * Returns the absolute address of an operation.
   * @param {string} path relative to the API, such as `v1/threats`
   * @param {URLSearchParams} [query]
   * @returns {string}
   */
  url(path, query) {
    const text = query?.toString();
    return new URL(`../${path}${text ? `?${text}` : ''}`, location.href.split(/[?#]/)[0]).href;
  }

  /**
   * Reads something.
   * @param {string} path
   * @param {URLSearchParams} [query]
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  async get(path, query, signal) {
    return (await this.call({ path, query, signal })).body;
  }

  /**
   * Makes a call; waits once, and briefly, if the plan is used up, and renews the token once if it is refused.
   * @param {{method?: string, path: string, query?: URLSearchParams, headers?: Record<string, string>, body?: unknown, signal?: AbortSignal}} call
   * @returns {Promise<{body: any, etag: string | null, status: number}>}
   */
  async call(call) {
    let answer = await this.#send(call);
    if (answer.status === 401) {
      await this.#session.refresh();
      answer = await this.#send(call);
    }
    if (answer.status === 429) {
      const wait = 1000 * Number(answer.headers.get('Retry-After') ?? 1) || 1000;
      if (wait <= LONGEST_WAIT) {
        await pause(wait, call.signal);
        answer = await this.#send(call);
      }
    }
    const body = answer.status === 204 ? undefined : await objectOf(answer, call.signal);
    if (!answer.ok) throw new ApiError(answer.status, body ?? {});
    if (!body && answer.status !== 204) throw new ApiError(0, { detail: 'The API did not answer to the end.' });
    return { body, etag: answer.headers.get('ETag'), status: answer.status };
  }

  async #send({ method = 'GET', path, query, headers = {}, body, signal }) {
    const credentials = await this.#session.headers();
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const timeout = AbortSignal.timeout(TIMEOUT);
    try {
      const answer = await fetch(this.url(path, query), {
        method,
        headers: { ...credentials, ...type, ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        cache: 'no-store',
        credentials: 'omit',
      });
      learn(answer.headers.get('Date'));
      return answer;
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new ApiError(0, { detail: 'The API does not answer.' });
    }
  }
}

/** Returns the object of an answer; nothing if it is none, or broke off. */
async function objectOf(answer, signal) {
  try {
    const body = await answer.json();
    return body && typeof body === 'object' && !Array.isArray(body) ? body : undefined;
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

/**
 * Waits.
 * @param {number} milliseconds
 * @param {AbortSignal} [signal] ends the wait with an error
 * @returns {Promise<void>}
 */
export function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
