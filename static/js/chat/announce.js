/** What a screen reader hears of a streaming answer: that it began, that it ended, that something went wrong. */

let status = null;

/** @param {HTMLElement} element  a visually hidden `role="status"` */
export function announceIn(element) {
  status = element;
}

/** Say one sentence politely; the same sentence again is said again. */
export function announce(sentence) {
  if (!status) return;
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = sentence; });
}
