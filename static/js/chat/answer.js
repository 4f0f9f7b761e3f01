/** One answer on the page: its text as it grows, how it ended, and which model gave it and why. */

import { icon, iconButton, make, refill } from './dom.js';
import { Feedback } from './feedback.js';
import { Prose } from './prose.js';
import { FINISHED } from './protocol.js';
import { canSay, credits, explain, say } from './words.js';

/** @typedef {import('./turns.js').Run} Run */

export class AnswerView {
  #title = make('h2', { class: 'answer-title' });
  #note = make('p', { class: 'answer-note', hidden: true });
  #body = make('div', { class: 'prose', dir: 'auto' });
  #status = make('div', { class: 'answer-status' });
  #foot = make('div', { class: 'answer-foot' });
  #prose = new Prose(this.#body);
  #feedback;
  #shown = '';
  element = make('section', { class: 'answer' }, this.#title, this.#note, this.#body, this.#status, this.#foot);

  /** @param {(value: number, reasons: string[]) => void} onrate */
  constructor(onrate) {
    this.#feedback = new Feedback(onrate);
    this.element.append(this.#feedback.element);
  }

  /**
   * @param {Run} run
   * @param {{label: string, queued: number|null, sending: boolean}} about
   */
  update(run, about) {
    const done = FINISHED.has(run.state);
    this.#prose.show(run.text, done);
    this.element.dataset.state = run.state;
    this.#body.hidden = !run.text;
    this.#feedback.update(run.rating ?? null, done && run.text !== '' && run.state !== 'safety');
    this.#furnish(run, about, done);
  }

  /** The parts around the text, rebuilt only when they change: a button must not vanish under a finger. */
  #furnish(run, { label, queued, sending }, done) {
    const { text, rating, ...rest } = run;
    const says = JSON.stringify([rest, Boolean(text), label, queued, sending]);
    if (says === this.#shown) return;
    this.#shown = says;
    const tag = label && make('span', { class: 'tag' }, label);
    this.#title.replaceChildren(icon('coach'), make('span', {}, say('coach')), tag);
    this.#note.hidden = !run.restarted;
    this.#note.textContent = say('restarted', { model: run.model ?? '' });
    this.#status.replaceChildren(...statusOf(run, queued, sending));
    const open = this.#foot.querySelector('details')?.open;
    const why = run.model ? whyOf(run, done, open) : '';
    refill(this.#foot, why, done && text ? this.#copyButton() : '', this.#feedback.thumbs);
  }

  #copyButton() {
    // The text is read from the page at the click: the run that was closed over may be an old one.
    if (!navigator.clipboard) return '';
    const button = iconButton('copy', say('copy'), async () => {
      await navigator.clipboard.writeText(this.#prose.text);
      button.replaceChildren(icon('check'));
      button.setAttribute('aria-label', say('copied'));
    });
    return button;
  }
}

/** What is said below the text: that there is none yet, or how it ended. */
function statusOf(run, queued, sending) {
  const lines = [];
  if (!FINISHED.has(run.state) && !run.text) lines.push(waiting(queued, sending));
  if (canSay(`state_${run.state}`)) lines.push(ending(run));
  return lines;
}

function waiting(queued, sending) {
  const sentence = queued ? say('queued', { position: queued }) : say(sending ? 'sending' : 'waiting');
  return make('p', { class: 'waiting' }, make('span', { class: 'dots', 'aria-hidden': 'true' }), sentence);
}

function ending(run) {
  const free = run.credits === 0 && canSay(`state_${run.state}_free`) ? '_free' : '';
  const sentence = run.error && run.state === 'failed' ? explain(run.error) : say(`state_${run.state}${free}`);
  const link = run.state === 'safety' && make('a', { href: '/safety/' }, say('safety_link'));
  return make('p', { class: `note ${run.state === 'safety' ? 'care' : 'quiet'}` }, sentence, ' ', link);
}

/** Model and price in a line; the router's reason on demand. */
function whyOf(run, done, open) {
  const reason = run.reason ?? {};
  const rows = [
    ['why_why', reason.why],
    ['why_model', run.model],
    ['why_provider', run.provider],
    ['why_slot', run.slot && (canSay(`slot_${run.slot}`) ? say(`slot_${run.slot}`) : run.slot)],
    ['why_task', reason.task],
    ['why_complexity', reason.complexity !== undefined && say('why_complexity_value', { n: reason.complexity })],
    ['why_confidence', reason.confidence !== undefined && `${Math.round(reason.confidence * 100)} %`],
    ['why_policy', reason.policy],
    [done ? 'why_charged' : 'why_credits', priceOf(run)],
  ];
  const said = rows.filter(([, value]) => value);
  const list = said.flatMap(([key, value]) => [make('dt', {}, say(key)), make('dd', {}, value)]);
  const summary = make('summary', {}, `${run.model} · ${priceOf(run)}`);
  return make('details', { class: 'why', open }, summary, make('dl', {}, ...list));
}

const priceOf = (run) => (run.credits ? credits(run.credits) : say('free'));
