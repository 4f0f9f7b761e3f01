/** What the person said: the words, their other versions, and a way to say it differently. */

import { iconButton, make, refill } from './dom.js';
import { pager } from './pager.js';
import { lengthOf, MESSAGE_LIMIT } from './protocol.js';
import { say } from './words.js';

/** @typedef {import('./turns.js').Turn} Turn */

export class SaidView {
  #turn;
  #versions = [];
  #on;
  element = make('div', { class: 'said' });

  /** @param {{edit(turn: Turn, text: string): void, choose(turn: Turn): void}} on */
  constructor(on) {
    this.#on = on;
  }

  /** @param {Turn} turn @param {Turn[]} versions  of this message, itself included */
  show(turn, versions) {
    [this.#turn, this.#versions] = [turn, versions];
    refill(this.element,
      make('h2', { class: 'sr-only' }, say('you')),
      make('p', { class: 'bubble', dir: 'auto' }, turn.text),
      make('div', { class: 'said-tools' }, this.#pager(), iconButton('edit', say('edit'), () => this.#edit())));
  }

  #pager() {
    const at = this.#versions.findIndex((one) => one.id === this.#turn.id);
    const names = [say('version_before'), say('version_after')];
    return this.#versions.length > 1
      && pager(at, this.#versions.length, names, (to) => this.#on.choose(this.#versions[to]));
  }

  #edit() {
    const field = make('textarea', { class: 'text-input', 'aria-label': say('edit'), rows: 3, dir: 'auto' });
    field.value = this.#turn.text;
    const cancel = () => this.show(this.#turn, this.#versions);
    const form = make('form', { class: 'edit-form', onsubmit: (event) => this.#resend(event, field) }, field,
      make('div', { class: 'button-row' },
        make('button', { class: 'button small' }, say('edit_send')),
        make('button', { type: 'button', class: 'button quiet small', onclick: cancel }, say('cancel'))));
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      cancel();
    });
    this.element.replaceChildren(form);
    field.focus();
  }

  #resend(event, field) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || lengthOf(text) > MESSAGE_LIMIT) {
      field.setAttribute('aria-invalid', 'true');
      return;
    }
    this.show(this.#turn, this.#versions);
    this.#on.edit(this.#turn, text);
  }
}
