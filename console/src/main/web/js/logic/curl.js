/** Calls as lines that a person can paste into a shell, without any secret. */

/** What the lines need. */
const NEEDED = '# TOKEN: an access token (of a local run: ./rampart token --user sam); KEY: the apiKey of config.json';

/**
 * Quotes a text for a POSIX shell.
 * @param {string} text
 * @returns {string}
 */
export function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Returns calls of the API as lines for a shell, with what they need in front.
 * @param {{method?: string, url: string, headers?: Record<string, string>, body?: unknown}[]} calls
 * @returns {string}
 */
export function curlsOf(calls) {
  return [NEEDED, ...calls.map(curlOf)].join('\n\n');
}

/**
 * Returns a call of the API as a `curl` line; token and key are variables of the shell.
 * @param {{method?: string, url: string, headers?: Record<string, string>, body?: unknown}} call
 * @returns {string}
 */
export function curlOf({ method = 'GET', url, headers = {}, body }) {
  const parts = [method === 'GET' ? 'curl -sS' : `curl -sS -X ${method}`, quoted(url)];
  parts.push('-H "Authorization: Bearer $TOKEN"', '-H "x-api-key: $KEY"');
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body !== undefined) {
    parts.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`);
  }
  return parts.join(' \\\n  ');
}
