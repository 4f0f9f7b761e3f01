/** Calls to /api/v1/: session cookie, CSRF header, and one kind of error. */

/** A refusal, with the API's stable code. */
export class Refused extends Error {
  /** @param {{code: string, message: string, retry_at?: string}} error */
  constructor({ code, message, retry_at: retryAt }) {
    super(message);
    this.code = code;
    this.retry_at = retryAt;
  }
}

const UNREACHABLE = { code: 'unreachable', message: '' };

function cookie(name) {
  const pair = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? '';
}

/**
 * Call the API and return its JSON (null when it has none).
 *
 * @param {string} method
 * @param {string} path  below /api/v1/
 * @param {{body?: object, keepalive?: boolean}} [options]  `keepalive`: may outlive the page
 * @throws {Refused}
 */
export async function call(method, path, { body, keepalive = false } = {}) {
  const headers = { Accept: 'application/json', 'X-CSRFToken': cookie('csrftoken') };
  if (body) headers['Content-Type'] = 'application/json';
  const sent = { method, headers, keepalive, credentials: 'same-origin', body: body && JSON.stringify(body) };
  const answer = await fetch(`/api/v1/${path}`, sent).catch(() => null);
  const json = await answer?.json().catch(() => null);
  if (!answer) throw new Refused(UNREACHABLE);
  if (!answer.ok) throw new Refused(json?.error ?? { code: `http_${answer.status}`, message: '' });
  return json;
}
