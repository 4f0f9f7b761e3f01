/**
 * Commands on their way: kept until the server answers each by its id, sent again after a cut.
 *
 * Sending one twice is harmless, since its id is the idempotency key.
 *
 * @typedef {import('./protocol.js').Frame} Frame
 */

export class Outbox {
  /** @type {Map<string, Frame>} */
  #frames = new Map();

  /** @param {Frame} frame */
  add(frame) {
    this.#frames.set(frame.id, frame);
  }

  /** The server has answered: forget the command and return it. @returns {Frame|undefined} */
  settle(id) {
    const frame = this.#frames.get(id);
    this.#frames.delete(id);
    return frame;
  }

  /** Whether a command about this turn has no answer yet. */
  waitsFor(turn) {
    return this.all().some((frame) => frame.id === turn || frame.turn === turn);
  }

  /** Every unanswered command, oldest first. */
  all() {
    return [...this.#frames.values()];
  }
}
