/** What can be done after an answer: again, better and its price, a larger plan, and which of two helped more. */

import { icon, make } from './dom.js';
import { FINISHED } from './protocol.js';
import { activeRun, comparable, lastRun } from './turns.js';
import { credits, number, say } from './words.js';

/** @typedef {import('./turns.js').Turn} Turn */

/**
 * The elements to show under a turn.
 *
 * @param {Turn} turn
 * @param {{available: number, waiting: boolean}} around  the person's credits; whether a command has no answer yet
 * @param {{again(turn: Turn): void, better(turn: Turn): void,
 *   prefer(turn: Turn, between: [number, number], winner: number|null): void}} acts
 * @returns {HTMLElement[]}
 */
export function nextSteps(turn, { available, waiting }, acts) {
  const run = lastRun(turn);
  if (!run || !FINISHED.has(run.state) || activeRun(turn) || run.state === 'safety') return [];
  const buttons = [againButton(turn, waiting, acts), betterButton(turn, available, waiting, acts)];
  const row = make('div', { class: 'button-row' }, ...buttons);
  return [row, upgradeOffer(turn), whichHelped(turn, acts)].filter(Boolean);
}

function button(kind, properties, ...children) {
  return make('button', { type: 'button', class: `button small ${kind}`, ...properties }, ...children);
}

function againButton(turn, waiting, { again }) {
  const properties = { disabled: waiting, 'data-again': true, onclick: () => again(turn) };
  return button('quiet', properties, icon('again'), say('again'));
}

function betterButton(turn, available, waiting, { better }) {
  if (!turn.better?.available) return null;
  const price = make('small', {}, '· ', priceOf(turn.better.credits, available));
  return button('', { disabled: waiting, 'data-better': true, onclick: () => better(turn) },
    icon('better'), make('span', {}, say('better'), ' ', price));
}

/** The price and what is left afterwards, or what there is when it is too little. */
function priceOf(price, available) {
  const left = available - price;
  if (left < 0) return say('better_short', { credits: credits(price), available: number(available) });
  return say('better_price', { credits: credits(price), left: number(left) });
}

function upgradeOffer(turn) {
  if (!turn.better?.upgrade) return null;
  const link = make('a', { href: `/billing/?upgrade=${turn.id}` }, say('upgrade_link'));
  return make('p', { class: 'upgrade' }, icon('better'), say('upgrade'), ' ', link);
}

function whichHelped(turn, { prefer }) {
  const pair = comparable(turn)?.map((run) => run.run);
  if (!pair) return null;
  if (turn.preferred) return make('p', { class: 'muted' }, preferenceOf(pair, turn.preferred.winner));
  const choice = (key, winner) => button('quiet', { onclick: () => prefer(turn, pair, winner) }, say(key));
  return make('fieldset', { class: 'which' }, make('legend', {}, say('which')),
    choice('which_first', pair[0]), choice('which_second', pair[1]), choice('which_same', null));
}

function preferenceOf(pair, winner) {
  return say(`preferred_${['first', 'second'][pair.indexOf(winner)] ?? 'same'}`);
}
