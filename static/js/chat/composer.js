/** Where the person writes: a field that grows, a draft that survives, a limit that is said in time. */

import { lengthOf, MESSAGE_LIMIT } from './protocol.js';
import { number, say } from './words.js';

const COUNTER_FROM = MESSAGE_LIMIT - 1000;
const MOST_ROWS = 8;

/** Drafts live under this prefix; site.js forgets them at log-out. */
const DRAFT = 'draft:';

export class Composer {
  #form;
  #field;
  #send;
  #stop;
  #counter;
  #key = '';
  #busy = false;
  #on;

  /**
   * @param {HTMLFormElement} form
   * @param {{onsend(text: string): void, onstop(): void, ontoolong(): void}} on
   */
  constructor(form, on) {
    this.#form = form;
    this.#on = on;
    this.#field = form.elements.message;
    this.#send = form.querySelector('[data-send]');
    this.#stop = form.querySelector('[data-stop]');
    this.#counter = form.querySelector('[data-counter]');
    form.addEventListener('submit', (event) => this.#submit(event));
    this.#field.addEventListener('input', () => this.#changed());
    this.#field.addEventListener('keydown', (event) => this.#pressed(event));
    this.#stop.addEventListener('click', () => on.onstop());
  }

  get text() {
    return this.#field.value;
  }

  /** Keep drafts for this person and conversation from now on; an empty field takes up the draft. */
  keepDraftsFor(user, conversation) {
    this.#key = `${DRAFT}${user}:${conversation || 'new'}`;
    if (!this.text) this.fill(localStorage.getItem(this.#key) ?? '', { focus: false });
  }

  /** Put a text into the field. */
  fill(text, { focus = true } = {}) {
    this.#field.value = text;
    this.#changed();
    if (focus) this.focus();
  }

  /** The message is on its way: empty the field but keep the draft until it has arrived. */
  sent() {
    this.#field.value = '';
    this.#refresh();
  }

  /** The message has arrived: the draft has done its work. */
  arrived() {
    this.#store();
  }

  /** The message was refused: put it back before whatever was written meanwhile. */
  giveBack(text) {
    this.fill([text, this.text].filter(Boolean).join('\n\n'));
  }

  focus() {
    this.#field.focus();
  }

  /** `sending`: a message has no answer from the server yet; `running`: an answer is being written. */
  set state({ sending, running }) {
    this.#busy = sending || running;
    this.#send.hidden = running;
    this.#stop.hidden = !running;
    this.#refresh();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (!text || this.#busy) return;
    if (lengthOf(text) > MESSAGE_LIMIT) this.#on.ontoolong();
    else this.#on.onsend(text);
  }

  #pressed(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #changed() {
    this.#store();
    this.#refresh();
  }

  #store() {
    if (!this.#key) return;
    if (this.text) localStorage.setItem(this.#key, this.text);
    else localStorage.removeItem(this.#key);
  }

  #refresh() {
    const left = MESSAGE_LIMIT - lengthOf(this.text);
    this.#send.disabled = this.#busy || !this.text.trim();
    // For browsers that lack `field-sizing: content`.
    this.#field.rows = Math.min(this.text.split('\n').length, MOST_ROWS);
    this.#counter.hidden = left > MESSAGE_LIMIT - COUNTER_FROM;
    this.#counter.textContent = left < 0
      ? say('counter_over', { over: number(-left) })
      : say('counter', { left: number(left) });
    this.#field.setAttribute('aria-invalid', String(left < 0));
  }
}
