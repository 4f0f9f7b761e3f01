/** Was this answer any good? Thumbs, and reasons after a thumb down. */

import { iconButton, make } from './dom.js';
import { REASONS } from './protocol.js';
import { say } from './words.js';

export class Feedback {
  #onrate;
  #rating = { value: 0, reasons: [] };
  #up = iconButton('up', say('up'), () => this.#thumb(1), { 'aria-pressed': 'false' });
  #down = iconButton('down', say('down'), () => this.#thumb(-1), { 'aria-pressed': 'false' });
  #chips = REASONS.map((reason) => make('button', {
    type: 'button', class: 'chip', 'aria-pressed': 'false', onclick: () => this.#toggle(reason),
  }, say(`reason_${reason}`)));
  #safety = make('p', { class: 'note care', hidden: true }, make('a', { href: '/safety/' }, say('safety_link')));
  thumbs = make('span', { class: 'thumbs', hidden: true }, this.#up, this.#down);
  element = make('div', { class: 'reasons', hidden: true },
    make('p', { class: 'muted' }, say('reasons')), make('div', { class: 'chips' }, ...this.#chips), this.#safety);

  /** @param {(value: number, reasons: string[]) => void} onrate */
  constructor(onrate) {
    this.#onrate = onrate;
  }

  /** @param {{value: number, reasons?: string[]}|null} rating @param {boolean} open  may be rated */
  update(rating, open) {
    this.#rating = { value: 0, reasons: [], ...rating };
    const { value, reasons } = this.#rating;
    this.thumbs.hidden = !open;
    this.#up.setAttribute('aria-pressed', String(value === 1));
    this.#down.setAttribute('aria-pressed', String(value === -1));
    this.#chips.forEach((chip, at) => chip.setAttribute('aria-pressed', String(reasons.includes(REASONS[at]))));
    this.element.hidden = !open || value !== -1;
    this.#safety.hidden = !reasons.includes('unsafe');
  }

  /** The same thumb again takes it back. */
  #thumb(value) {
    this.#onrate(this.#rating.value === value ? 0 : value, []);
  }

  #toggle(reason) {
    const { reasons } = this.#rating;
    const chosen = reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason];
    this.#onrate(-1, chosen);
  }
}
