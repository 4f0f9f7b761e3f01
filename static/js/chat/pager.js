/** "‹ 2 of 3 ›": one of several things in the same place. */

import { iconButton, make } from './dom.js';
import { number, say } from './words.js';

/**
 * @param {number} at  what is shown, from 0
 * @param {number} length
 * @param {[string, string]} names  of the buttons back and forth
 * @param {(to: number) => void} go
 */
export function pager(at, length, [back, forth], go) {
  return make('div', { class: 'pager', 'data-length': length },
    iconButton('previous', back, () => go(at - 1), { disabled: at === 0 }),
    make('span', {}, say('answer_of', { n: number(at + 1), all: number(length) })),
    iconButton('next', forth, () => go(at + 1), { disabled: at === length - 1 }));
}
