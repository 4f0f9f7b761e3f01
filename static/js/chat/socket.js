/**
 * One WebSocket that comes back: heartbeat, back-off with jitter, and a word to whoever listens about its state.
 *
 * It keeps nothing: what must survive a cut is sent again by the listener when `onopen` is called.
 *
 * States, given to `onstate`: `open`, `lost` (trying again), `offline` (waiting for the network), `refused` (log in).
 */

const PING_EVERY_MS = 25_000;
const SILENCE_MS = 10_000;
const BACKOFF_MS = { first: 500, most: 15_000 };
const UNAUTHENTICATED = 4401;

/** How long to wait before attempt `n` (from 0): doubling, capped, with half of it left to chance. */
export function backoff(n, chance = Math.random()) {
  const full = Math.min(BACKOFF_MS.first * 2 ** n, BACKOFF_MS.most);
  return full / 2 + (full / 2) * chance;
}

export class ChatSocket {
  #url;
  #on;
  #ws = null;
  #attempt = 0;
  #retry = 0;
  #ping = 0;
  #silence = 0;

  /**
   * @param {string} url
   * @param {{onopen(): void, onevent(event: object): void, onstate(state: string): void}} on
   */
  constructor(url, on) {
    this.#url = url;
    this.#on = on;
    addEventListener('online', () => this.#wake());
    addEventListener('offline', () => on.onstate('offline'));
    // A phone that slept holds a socket that looks open: ask it, and ask what was missed.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#wake());
  }

  get open() {
    return this.#ws?.readyState === WebSocket.OPEN;
  }

  /** Connect now, unless connected or on the way. */
  connect() {
    if (this.#ws && this.#ws.readyState <= WebSocket.OPEN) return;
    clearTimeout(this.#retry);
    const ws = new WebSocket(this.#url);
    this.#ws = ws;
    ws.onopen = () => this.#opened();
    ws.onmessage = ({ data }) => this.#heard(JSON.parse(data));
    ws.onclose = ({ code }) => ws === this.#ws && this.#closed(code);
  }

  /** Send a frame; false when there is no open socket to send it on. */
  send(frame) {
    if (this.open) this.#ws.send(JSON.stringify(frame));
    return this.open;
  }

  #opened() {
    this.#attempt = 0;
    this.#ping = setInterval(() => this.#probe(), PING_EVERY_MS);
    this.#on.onstate('open');
    this.#on.onopen();
  }

  #heard(event) {
    clearTimeout(this.#silence);
    this.#silence = 0;
    if (event.type !== 'pong') this.#on.onevent(event);
  }

  /** Ask for a sign of life; without one the socket is given up. */
  #probe() {
    this.send({ type: 'ping' });
    this.#silence ||= setTimeout(() => this.#closed(), SILENCE_MS);
  }

  #wake() {
    if (!this.open) return this.connect();
    this.#on.onstate('open');
    this.#on.onopen();
    this.#probe();
  }

  #closed(code) {
    clearInterval(this.#ping);
    clearTimeout(this.#silence);
    this.#silence = 0;
    const dead = this.#ws;
    this.#ws = null;
    dead?.close();
    if (code === UNAUTHENTICATED) return this.#on.onstate('refused');
    this.#on.onstate(navigator.onLine ? 'lost' : 'offline');
    this.#retry = setTimeout(() => this.connect(), backoff(this.#attempt));
    this.#attempt += 1;
  }
}
