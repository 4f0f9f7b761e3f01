/**
 * What a turn is, as a pure function of its events: same events, any order, any repetition, same turn.
 *
 * Events of a turn carry a `seq` that grows by one. An event seen before is dropped; one that comes too early waits in
 * `ahead` until the gap before it is filled (the page asks for it with `resume`). Only a `snapshot` may jump.
 * Nothing here is changed in place: every function returns a new turn, or the same one when nothing happened.
 *
 * @typedef {import('./protocol.js').Event} Event
 * @typedef {{
 *   run: number, state: string, text: string, model?: string, slot?: string, provider?: string,
 *   credits?: number, reason?: object, restarted?: boolean, error?: {code: string, message: string}|null,
 *   rating?: {value: number, reasons?: string[]}|null,
 * }} Run    `state` is `waiting`, `streaming` or one of the protocol's final states; `credits` is the price, once
 *           finished the charge
 * @typedef {{
 *   id: string, conversation: string, parent: string|null|undefined, created: string, text: string|null, seq: number,
 *   runs: Run[], better: object|null, preferred: {winner: number|null}|null, queued: number|null,
 *   ahead: Event[], stale: boolean,
 * }} Turn   `text` is null while only events of the turn are known; `stale`: a snapshot jumped over events
 */

import { FINISHED } from './protocol.js';

/** A turn of which nothing is known yet but its name. @returns {Turn} */
export function emptyTurn(id, fields = {}) {
  return {
    id, conversation: '', parent: undefined, created: '', text: null, seq: 0, runs: [], better: null,
    preferred: null, queued: null, ahead: [], stale: false, ...fields,
  };
}

/** A turn as the API describes it. A running one starts at seq 0: the socket replays it whole. @returns {Turn} */
export function fromApi(json) {
  const runs = json.runs.map(({ answer, rating, rating_reasons: reasons = [], ...run }) => ({
    ...run, text: answer ?? '', rating: rating ? { value: rating, reasons } : null,
  }));
  const turn = emptyTurn(json.id, {
    conversation: json.conversation, parent: json.parent, created: json.created, text: json.text, seq: json.seq,
    runs, better: json.better ?? null, preferred: verdictOf(json.preferences ?? [], runs),
  });
  return activeRun(turn) ? { ...turn, seq: 0 } : turn;
}

/** What was said of the newest run and the one before it; "the same" is a verdict, too. */
function verdictOf(preferences, runs) {
  const verdict = preferences.find(({ between }) => between[1] === runs.at(-1)?.run);
  return verdict ? { winner: verdict.winner } : null;
}

/** What the API knows, laid over what the socket has told; the further of the two wins. @returns {Turn} */
export function merge(turn, json) {
  const told = fromApi(json);
  if (told.seq >= turn.seq && !activeRun(told)) return drain({ ...told, ahead: turn.ahead });
  const runs = turn.runs.map((run) => ({ ...told.runs.find((one) => one.run === run.run), ...run }));
  const missing = told.runs.filter((run) => !turn.runs.some((one) => one.run === run.run));
  return {
    ...turn, stale: false, runs: [...runs, ...missing].sort((a, b) => a.run - b.run),
    conversation: told.conversation, parent: told.parent, created: told.created, text: told.text,
  };
}

/** The turn after `event`. @param {Turn} turn @param {Event} event @returns {Turn} */
export function apply(turn, event) {
  if (event.type === 'queued') return { ...turn, queued: event.position };
  if (event.seq <= turn.seq) return turn;
  if (event.seq === turn.seq + 1) return drain(step(turn, event));
  if (event.type === 'snapshot') return drain({ ...step(turn, event), stale: true });
  return { ...turn, ahead: [...turn.ahead, event] };
}

/** Whether events are missing before some that have arrived. */
export const hasGap = (turn) => turn.ahead.length > 0;

/** The run that is still being written, if any. @returns {Run|undefined} */
export const activeRun = (turn) => turn.runs.find((run) => !FINISHED.has(run.state));

/** The turn with some fields of one run changed, by the person and not by an event. @returns {Turn} */
export function changeRun(turn, number, fields) {
  return { ...turn, runs: turn.runs.map((run) => (run.run === number ? { ...run, ...fields } : run)) };
}

/** The newest run. @returns {Run|undefined} */
export const lastRun = (turn) => turn.runs.at(-1);

/** The runs worth showing: an attempt that left no text gives way to the one after it. @returns {Run[]} */
export function shownRuns(turn) {
  return turn.runs.filter((run, at) => at === turn.runs.length - 1 || run.text);
}

/** The two newest complete answers, when the person may compare them. @returns {[Run, Run]|null} */
export function comparable(turn) {
  const answered = turn.runs.filter((run) => run.state === 'answered');
  return answered.length < 2 || activeRun(turn) ? null : answered.slice(-2);
}

/** Take what has become next from the events that came too early. */
function drain(turn) {
  const waiting = turn.ahead.filter((event) => event.seq > turn.seq);
  const next = waiting.find((event) => event.seq === turn.seq + 1);
  const rest = { ...turn, ahead: waiting };
  return next ? drain({ ...step(turn, next), ahead: waiting }) : rest;
}

const STEPS = {
  started: (run, { held }) => ({ ...run, state: 'waiting', text: '', credits: held, error: null }),
  route: (run, { model, slot, provider, credits, reason }) => ({ ...run, model, slot, provider, credits, reason }),
  delta: (run, { text }) => ({ ...run, state: 'streaming', text: run.text + text }),
  restart: (run, { model, slot, provider }) => ({ ...run, model, slot, provider, text: '', restarted: true }),
  snapshot: (run, { text, state }) => ({ ...run, text, state }),
  finished: (run, { state, credits, error }) => ({ ...run, state, credits: credits.charged, error }),
};

/** The turn after the event that is next; an event of a kind we do not know only counts. */
function step(turn, event) {
  const before = turn.runs.find((run) => run.run === event.run) ?? { run: event.run, state: 'waiting', text: '' };
  const after = STEPS[event.type]?.(before, event) ?? before;
  const others = turn.runs.filter((run) => run.run !== event.run);
  return {
    ...turn, seq: event.seq, queued: null,
    conversation: event.conversation ?? turn.conversation,
    better: event.type === 'finished' ? event.better : turn.better,
    runs: [...others, after].sort((a, b) => a.run - b.run),
  };
}
