/**
 * The socket's words: frames the page sends, and what it must know of those it gets.
 *
 * @typedef {{type: string, turn?: string, run?: number, seq?: number, [field: string]: unknown}} Event
 * @typedef {{type: string, id?: string, [field: string]: unknown}} Frame
 */

/** Longest message, in Unicode code points. */
export const MESSAGE_LIMIT = 8000;

/** The states in which a run says nothing more. */
export const FINISHED = new Set(['answered', 'stopped', 'failed', 'interrupted', 'refused', 'safety']);

/** Why an answer did not help, in the API's words. */
export const REASONS = [
  'too_generic', 'missed_point', 'too_much_advice', 'too_long', 'tone', 'wrong_facts', 'unsafe', 'other',
];

/** A random UUID; `crypto.randomUUID` itself is missing on plain http outside localhost. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** How long a text is for the server: code points, not UTF-16 units. */
export const lengthOf = (text) => Array.from(text).length;

/** A new message. `parent` undefined: after the last turn; null: a new beginning. */
export const ask = (id, conversation, text, parent) => ({ type: 'ask', id, conversation, text, parent });

/** A stronger answer to the same message. */
export const better = (id, turn, reasons = []) => ({ type: 'better', id, turn, reasons });

/** Another answer of the same strength. */
export const again = (id, turn) => ({ type: 'again', id, turn });

/** Stop a running answer. */
export const stop = (turn, run) => ({ type: 'stop', turn, run });

/** Everything of one turn after `seq`. */
export const resume = (turn, after) => ({ type: 'resume', turn, after });

/** Everything new in a conversation; `after` names the last `seq` seen of each known turn. */
export const watch = (conversation, after) => ({ type: 'watch', conversation, after });
