/** One line above the composer: what went wrong, and what to do next. */

import { announce } from './announce.js';
import { iconButton, make } from './dom.js';
import { explain, say } from './words.js';

/** Where the next step is, by error code. */
const NEXT = {
  insufficient_credits: ['to_billing', () => '/billing/'],
  account_frozen: ['to_billing', () => '/billing/'],
  ladder_top: ['to_billing', () => '/billing/'],
  key_refused: ['to_settings', () => '/settings/'],
  not_found: ['to_new', () => '/chat/'],
  unauthenticated: ['log_in', logIn],
};

/** Back here after logging in. */
function logIn() {
  return `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
}

export class Notice {
  #box;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.#box = box;
  }

  /**
   * Explain an error until it is dismissed or replaced.
   *
   * @param {{code: string, message?: string, retry_at?: string}} error
   */
  refuse(error) {
    const [label, href] = NEXT[error.code] ?? [];
    this.say(explain(error), label && make('a', { href: href() }, say(label)));
  }

  /** Say a sentence, with a link or button to act on it. */
  say(sentence, action = null) {
    const close = iconButton('close', say('dismiss'), () => this.clear());
    this.#box.replaceChildren(make('p', {}, sentence, ' ', action), close);
    this.#box.hidden = false;
    announce(sentence);
  }

  clear() {
    this.#box.hidden = true;
    this.#box.replaceChildren();
  }
}

/** The bar that says how the connection is; hidden while it is well. */
export class ConnectionBar {
  #bar;

  /** @param {HTMLElement} bar */
  constructor(bar) {
    this.#bar = bar;
  }

  /** @param {'open'|'lost'|'offline'|'refused'} state */
  show(state) {
    this.#bar.hidden = state === 'open';
    if (state === 'open') return;
    const sentence = say(`socket_${state}`);
    if (this.#bar.dataset.state !== state) announce(sentence);
    this.#bar.dataset.state = state;
    this.#bar.replaceChildren(sentence, ' ', state === 'refused' ? make('a', { href: logIn() }, say('log_in')) : '');
  }
}
