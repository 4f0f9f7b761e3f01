/** One turn on the page: what the person said, the answers it got, and what can be done next. */

import { AnswerView } from './answer.js';
import { make, refill } from './dom.js';
import { nextSteps } from './nextsteps.js';
import { pager } from './pager.js';
import { SaidView } from './said.js';
import { shownRuns } from './turns.js';
import { say } from './words.js';

/**
 * @typedef {import('./turns.js').Turn} Turn
 * @typedef {{
 *   better(turn: Turn): void, again(turn: Turn): void, edit(turn: Turn, text: string): void,
 *   rate(turn: Turn, run: number, value: number, reasons: string[]): void,
 *   prefer(turn: Turn, between: [number, number], winner: number|null): void, choose(turn: Turn): void, redraw(): void,
 * }} Acts
 * @typedef {{available: number, waiting: boolean, versions: Turn[]}} Around    `waiting`: a command has no answer yet
 */

/** A run that stands in until the server says `started`. */
const PENDING = { run: 1, state: 'waiting', text: '' };

/** What marks a place that has not been chosen: the newest answer. */
const NEWEST = Infinity;

export class ExchangeView {
  #acts;
  #said;
  #answers = new Map();
  #runs = 0;
  #place = NEWEST;
  #shown = {};
  #cards = make('div', { class: 'answers' });
  #next = make('div', { class: 'next-steps' });
  element;

  /** @param {Acts} acts */
  constructor(acts) {
    this.#acts = acts;
    this.#said = new SaidView(acts);
    this.element = make('article', { class: 'turn', tabindex: '-1' }, this.#said.element, this.#cards, this.#next);
  }

  /** @param {Turn} turn @param {Around} around */
  update(turn, around) {
    this.element.dataset.turn = turn.id;
    if (turn.runs.length > this.#runs) this.#place = NEWEST;
    this.#runs = turn.runs.length;
    const { versions } = around;
    this.#whenNew('said', [turn.text, versions.map((one) => one.id)], () => this.#said.show(turn, versions));
    const runs = this.#showAnswers(turn, around.waiting);
    this.#whenNew('next', this.#nextDependsOn(turn, around), () => this.#showNext(turn, around, runs.length));
  }

  /** Rebuild a part only when what it shows has changed, so that focus and presses survive streaming. */
  #whenNew(part, dependencies, build) {
    const says = JSON.stringify(dependencies);
    if (this.#shown[part] === says) return;
    this.#shown[part] = says;
    build();
  }

  #nextDependsOn({ runs, better, preferred }, { available, waiting }) {
    const states = runs.map(({ run, state, text, rating }) => [run, state, Boolean(text), rating]);
    return [states, better, preferred, waiting, better?.available && available, this.#place];
  }

  #showAnswers(turn, sending) {
    const runs = shownRuns(turn);
    const shown = runs.length ? runs : [PENDING];
    this.#place = Math.min(this.#place, shown.length - 1);
    this.#dropAllBut(shown);
    shown.forEach((run, at) => {
      const view = this.#answers.get(run.run) ?? this.#add(turn.id, run.run);
      view.element.dataset.place = PLACES[this.#place - at] ?? 'hidden';
      view.update(run, { label: labelOf(shown, at), queued: turn.queued, sending: sending && run === PENDING });
    });
    this.#cards.dataset.many = String(shown.length > 1);
    return shown;
  }

  #add(turn, run) {
    const view = new AnswerView((value, reasons) => this.#acts.rate({ id: turn }, run, value, reasons));
    this.#answers.set(run, view);
    this.#cards.append(view.element);
    return view;
  }

  #dropAllBut(shown) {
    for (const [run, view] of this.#answers) {
      if (shown.some((one) => one.run === run)) continue;
      view.element.remove();
      this.#answers.delete(run);
    }
  }

  #showNext(turn, around, answers) {
    const names = [say('before'), say('after')];
    const pages = answers > 1 ? [pager(this.#place, answers, names, (to) => this.#turnTo(to))] : [];
    refill(this.#next, ...pages, ...nextSteps(turn, around, this.#acts));
  }

  #turnTo(place) {
    this.#place = place;
    this.#acts.redraw();
  }
}

/** By distance from the answer chosen; where there is room, the one before stands beside it. */
const PLACES = ['current', 'before'];

/** What to call one of several answers. */
function labelOf(runs, at) {
  if (runs.length < 2) return '';
  if (at === 0) return say('answer_first');
  return say(runs[at].slot && runs[at].slot === runs[at - 1].slot ? 'answer_again' : 'answer_better');
}
