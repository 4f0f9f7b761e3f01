/** One turn on the page: what the person said, the answers it got, and what can be done next. */

import { AnswerView } from './answer.js';
import { icon, iconButton, make, refill } from './dom.js';
import { FINISHED, lengthOf, MESSAGE_LIMIT } from './protocol.js';
import { activeRun, comparable, lastRun, shownRuns } from './turns.js';
import { credits, number, say } from './words.js';

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

export class ExchangeView {
  /** @type {Turn} */
  #turn;
  #acts;
  #answers = new Map();
  #place = Infinity;
  #shown = {};
  #said = make('div', { class: 'said' });
  #cards = make('div', { class: 'answers' });
  #next = make('div', { class: 'next-steps' });
  element = make('article', { class: 'turn', tabindex: '-1' }, this.#said, this.#cards, this.#next);

  /** @param {Acts} acts */
  constructor(acts) {
    this.#acts = acts;
  }

  /** @param {Turn} turn @param {Around} around */
  update(turn, around) {
    if (turn.runs.length > (this.#turn?.runs.length ?? 0)) this.#place = Infinity;
    this.#turn = turn;
    this.element.dataset.turn = turn.id;
    this.#once('said', [turn.text, around.versions.map((one) => one.id)], () => this.#sayWhatWasSaid(around.versions));
    this.#updateAnswers(around.waiting);
    this.#once('next', this.#dependencies(around), () => this.#offer(around));
  }

  /** Rebuild a part only when what it shows has changed, so that focus and presses survive streaming. */
  #once(part, dependencies, build) {
    const says = JSON.stringify(dependencies);
    if (this.#shown[part] === says) return;
    this.#shown[part] = says;
    build();
  }

  #dependencies({ available, waiting }) {
    const { runs, better, preferred } = this.#turn;
    const states = runs.map(({ run, state, text }) => [run, state, Boolean(text)]);
    return [states, better, preferred, waiting, better?.available && available, this.#place];
  }

  // What the person said

  #sayWhatWasSaid(versions) {
    const text = make('p', { class: 'bubble', dir: 'auto' }, this.#turn.text ?? '');
    const tools = make('div', { class: 'said-tools' }, this.#versionPager(versions),
      iconButton('edit', say('edit'), () => this.#edit()));
    refill(this.#said, make('h2', { class: 'sr-only' }, say('you')), text, tools);
  }

  #versionPager(versions) {
    if (versions.length < 2) return null;
    const at = versions.findIndex((one) => one.id === this.#turn.id);
    return pager(at, versions.length, [say('version_before'), say('version_after')], (to) => this.#acts.choose(versions[to]));
  }

  #edit() {
    const field = make('textarea', { class: 'text-input', 'aria-label': say('edit'), rows: 3, dir: 'auto' });
    field.value = this.#turn.text;
    const form = make('form', { class: 'edit-form', onsubmit: (event) => this.#resend(event, field) }, field,
      make('div', { class: 'button-row' },
        make('button', { class: 'button small' }, say('edit_send')),
        make('button', { type: 'button', class: 'button quiet small', onclick: () => this.#endEdit() }, say('cancel'))));
    form.addEventListener('keydown', (event) => event.key === 'Escape' && (event.stopPropagation(), this.#endEdit()));
    this.#said.replaceChildren(form);
    field.focus();
  }

  #resend(event, field) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || lengthOf(text) > MESSAGE_LIMIT) return field.setAttribute('aria-invalid', 'true');
    this.#endEdit();
    this.#acts.edit(this.#turn, text);
  }

  #endEdit() {
    this.#shown.said = null;
    this.#acts.redraw();
  }

  // The answers

  #updateAnswers(sending) {
    const runs = shownRuns(this.#turn);
    const shown = runs.length ? runs : [PENDING];
    this.#place = Math.min(this.#place, shown.length - 1);
    for (const [name, view] of this.#answers) {
      if (!shown.some((run) => run.run === name)) this.#drop(name, view);
    }
    shown.forEach((run, at) => {
      const view = this.#answers.get(run.run) ?? this.#add(run.run);
      view.element.dataset.place = at === this.#place ? 'current' : at === this.#place - 1 ? 'before' : 'hidden';
      view.update(run, { label: labelOf(shown, at), queued: this.#turn.queued, sending: sending && run === PENDING, rating: run.rating });
    });
    this.#cards.dataset.many = String(shown.length > 1);
  }

  #add(run) {
    const view = new AnswerView((value, reasons) => this.#acts.rate(this.#turn, run, value, reasons));
    this.#answers.set(run, view);
    this.#cards.append(view.element);
    return view;
  }

  #drop(run, view) {
    view.element.remove();
    this.#answers.delete(run);
  }

  // What can be done next

  #offer({ available, waiting }) {
    const run = lastRun(this.#turn);
    const done = run && FINISHED.has(run.state) && !activeRun(this.#turn);
    const offers = done && run.state !== 'safety' ? [this.#againButton(waiting), this.#betterButton(available, waiting)] : [];
    refill(this.#next, ...[
      this.#answerPager(),
      offers.length ? make('div', { class: 'button-row' }, ...offers.filter(Boolean)) : null,
      done ? this.#upgrade() : null,
      this.#which(),
    ].filter(Boolean));
  }

  #answerPager() {
    const { length } = shownRuns(this.#turn);
    if (length < 2) return null;
    return pager(this.#place, length, [say('before'), say('after')], (to) => this.#turnTo(to));
  }

  #againButton(waiting) {
    const act = () => this.#acts.again(this.#turn);
    return make('button', { type: 'button', class: 'button quiet small', disabled: waiting, 'data-again': true, onclick: act }, icon('again'), say('again'));
  }

  #betterButton(available, waiting) {
    const { better } = this.#turn;
    if (!better?.available) return null;
    const left = available - better.credits;
    const price = left < 0
      ? say('better_short', { credits: credits(better.credits), available: number(available) })
      : say('better_price', { credits: credits(better.credits), left: number(left) });
    const act = () => this.#acts.better(this.#turn);
    return make('button', { type: 'button', class: 'button small better', disabled: waiting, 'data-better': true, onclick: act },
      icon('better'), make('span', {}, say('better'), ' ', make('small', {}, '· ', price)));
  }

  #upgrade() {
    if (!this.#turn.better?.upgrade) return null;
    return make('p', { class: 'upgrade' }, icon('better'), say('upgrade'), ' ',
      make('a', { href: `/billing/?upgrade=${this.#turn.id}` }, say('upgrade_link')));
  }

  #which() {
    const pair = comparable(this.#turn)?.map((run) => run.run);
    if (!pair) return null;
    const { preferred } = this.#turn;
    if (preferred) return make('p', { class: 'muted' }, preferenceOf(pair, preferred.winner));
    const choice = (key, winner) => make('button', {
      type: 'button', class: 'button quiet small', onclick: () => this.#acts.prefer(this.#turn, pair, winner),
    }, say(key));
    return make('fieldset', { class: 'which' }, make('legend', {}, say('which')),
      choice('which_first', pair[0]), choice('which_second', pair[1]), choice('which_same', null));
  }

  #turnTo(place) {
    this.#place = place;
    this.#acts.redraw();
  }
}

/** "‹ 2 of 3 ›" */
function pager(at, length, [before, after], go) {
  return make('div', { class: 'pager', 'data-length': length },
    iconButton('previous', before, () => go(at - 1), { disabled: at === 0 }),
    make('span', {}, say('answer_of', { n: number(at + 1), all: number(length) })),
    iconButton('next', after, () => go(at + 1), { disabled: at === length - 1 }));
}

/** What to call one of several answers. */
function labelOf(runs, at) {
  if (runs.length < 2) return '';
  if (at === 0) return say('answer_first');
  return say(runs[at].slot && runs[at].slot === runs[at - 1].slot ? 'answer_again' : 'answer_better');
}

function preferenceOf(pair, winner) {
  return say(`preferred_${['first', 'second'][pair.indexOf(winner)] ?? 'same'}`);
}
