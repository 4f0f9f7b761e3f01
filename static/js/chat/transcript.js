/** The turns on the page, in order, each element kept for as long as its turn is shown. */

import { ExchangeView } from './exchange.js';
import { siblings } from './tree.js';

/** @typedef {import('./turns.js').Turn} Turn */

export class Transcript {
  #list;
  #acts;
  #views = new Map();

  /** @param {HTMLElement} list @param {import('./exchange.js').Acts} acts */
  constructor(list, acts) {
    this.#list = list;
    this.#acts = acts;
  }

  /**
   * @param {Turn[]} path  what to show, oldest first
   * @param {{turns: Map<string, Turn>, available: number, waitsFor(turn: string): boolean}} world
   */
  show(path, { turns, available, waitsFor }) {
    const wanted = new Set(path.map((turn) => turn.id));
    for (const [id, view] of this.#views) if (!wanted.has(id)) this.#drop(id, view);
    path.reduce((before, turn) => {
      const view = this.#views.get(turn.id) ?? this.#add(turn.id);
      view.update(turn, { available, waiting: waitsFor(turn.id), versions: siblings(turns, turn) });
      if (!view.element.isConnected || view.element.previousElementSibling !== before) this.#put(view.element, before);
      return view.element;
    }, null);
  }

  /** Put the keyboard on a turn, without moving the view. */
  focus(id) {
    this.#views.get(id)?.element.focus({ preventScroll: true });
  }

  #add(id) {
    const view = new ExchangeView(this.#acts);
    this.#views.set(id, view);
    return view;
  }

  #put(element, before) {
    if (before) before.after(element);
    else this.#list.prepend(element);
  }

  #drop(id, view) {
    view.element.remove();
    this.#views.delete(id);
  }
}
