/**
 * One person's view of one conversation: the turns, the commands on their way, the credits.
 *
 * It knows neither the page nor the socket: frames go out through `send`, API calls through `call`, and whatever the
 * page must know is told to `tell`. So the whole of it runs in a test.
 *
 * @typedef {import('./protocol.js').Event} Event
 * @typedef {import('./protocol.js').Frame} Frame
 * @typedef {import('./turns.js').Turn} Turn
 * @typedef {{
 *   changed(): void, balance(credits: {available: number, held: number}): void, refused(error: object): void,
 *   takenBack(text: string): void, arrived(text: string): void, began(): void, ended(state: string): void,
 *   titled(conversation: string, title: string): void,
 * }} Tell    `takenBack`: a message was refused; `arrived`: the server has it
 */

import { Outbox } from './outbox.js';
import { again, ask, better, resume, stop, uuid, watch } from './protocol.js';
import { newestLeaf, pathTo } from './tree.js';
import { activeRun, apply, changeRun, emptyTurn, fromApi, hasGap, merge } from './turns.js';

/** How many turns a `watch` names at most; older ones have long been finished. */
const WATCHED_TURNS = 50;

export class Session {
  /** @type {Map<string, Turn>} */
  turns = new Map();
  #conversation;
  #leaf;
  #balance;
  #olderTurns;
  #outbox = new Outbox();
  #known;
  #synced = false;
  /** Turns that looked unfinished when the socket opened and have not been heard of since. */
  #unheard = new Set();
  /** From where a gap was last asked to be filled, by turn. */
  #askedFrom = new Map();
  #send;
  #call;
  #tell;

  /**
   * @param {{me: object, conversation: object|null}} boot  the page's first data, in the API's shapes
   * @param {{send(frame: Frame): void, tell: Tell,
   *   call(method: string, path: string, options?: object): Promise<object>}} world
   */
  constructor({ me, conversation }, { send, call, tell }) {
    this.#balance = me.credits;
    this.#known = Boolean(conversation);
    this.#conversation = conversation?.id ?? '';
    this.#leaf = conversation?.active_turn ?? null;
    this.#olderTurns = conversation?.turns.next ?? null;
    for (const json of conversation?.turns.items ?? []) this.turns.set(json.id, fromApi(json));
    [this.#send, this.#call, this.#tell] = [send, call, tell];
  }

  get conversation() {
    return this.#conversation;
  }

  get available() {
    return this.#balance.available;
  }

  /** The turns to show, oldest first. */
  get path() {
    return pathTo(this.turns, this.#leaf);
  }

  get hasOlder() {
    return Boolean(this.#olderTurns);
  }

  /** The turn on the path that is being answered, if any. */
  get running() {
    return this.path.findLast((turn) => activeRun(turn) || turn.queued);
  }

  /** Whether a message has no answer from the server yet. */
  get sending() {
    return this.#outbox.all().some((frame) => frame.type === 'ask');
  }

  /** Whether a command about this turn has no answer from the server yet. */
  waitsFor(turn) {
    return this.#outbox.waitsFor(turn);
  }

  // What the person does

  /** Send a message after the turn shown last, or under `parent`; it is shown at once. */
  say(text, parent = this.#leaf ?? undefined) {
    this.#conversation ||= uuid();
    const id = uuid();
    const created = new Date().toISOString();
    this.turns.set(id, emptyTurn(id, { conversation: this.#conversation, parent: parent ?? null, created, text }));
    this.#leaf = id;
    this.#command(ask(id, this.#conversation, text, parent));
  }

  /** Say something else in place of what was said in `turn`. */
  sayInstead(turn, text) {
    this.say(text, turn.parent);
  }

  /** Ask for a stronger answer; what was missing in the others goes with it. */
  better(turn) {
    if (this.#busy(turn)) return;
    const reasons = turn.runs.flatMap((run) => run.rating?.reasons ?? []);
    this.#command(better(uuid(), turn.id, [...new Set(reasons)]));
  }

  /** Ask for another answer of the same strength. */
  again(turn) {
    if (!this.#busy(turn)) this.#command(again(uuid(), turn.id));
  }

  /** A second press before the first was answered is no second wish. */
  #busy({ id }) {
    return this.waitsFor(id) || Boolean(activeRun(this.turns.get(id)));
  }

  /** Stop what is being written. */
  stop() {
    const turn = this.running;
    if (turn) this.#send(stop(turn.id, activeRun(turn)?.run));
  }

  /** Show another version of a message, and the newest of what followed it. */
  choose(turn) {
    this.#leaf = newestLeaf(this.turns, turn.id);
    this.#tell.changed();
    const body = { active_turn: this.#leaf };
    this.#attempt(() => this.#call('PATCH', `conversations/${this.#conversation}`, { body }));
  }

  rate({ id }, run, value, reasons = []) {
    const before = this.turns.get(id).runs.find((one) => one.run === run).rating;
    const show = (rating) => this.#keep(changeRun(this.turns.get(id), run, { rating }));
    show({ value, reasons });
    this.#attempt(() => this.#call('PUT', `turns/${id}/rating`, { body: { run, value, reasons } }), () => show(before));
  }

  /** Say which of two runs helped more; null: the same. */
  prefer({ id }, between, winner) {
    const show = (preferred) => this.#keep({ ...this.turns.get(id), preferred });
    show({ winner });
    this.#attempt(() => this.#call('PUT', `turns/${id}/preferred`, { body: { between, winner } }), () => show(null));
  }

  /** Fetch a page of older turns; `put` shows them. */
  loadOlder(put) {
    const path = `conversations/${this.#conversation}?cursor=${encodeURIComponent(this.#olderTurns)}`;
    return this.#attempt(async () => {
      const { items, next } = (await this.#call('GET', path)).turns;
      for (const json of items) if (!this.turns.has(json.id)) this.turns.set(json.id, fromApi(json));
      this.#olderTurns = next;
      put();
    });
  }

  // What the server says

  /** After every connect: say what is known, ask for the rest, repeat what was not answered. */
  catchUp() {
    this.#synced = false;
    this.#askedFrom.clear();
    for (const turn of this.turns.values()) if (activeRun(turn)) this.#unheard.add(turn.id);
    if (this.#known) this.#watch();
    this.#outbox.all().forEach((frame) => this.#send(frame));
  }

  /** @param {Event} event */
  hear(event) {
    switch (event.type) {
      case 'error': return this.#refused(event);
      case 'balance': return this.#count(event);
      case 'conversation': return this.#tell.titled(event.conversation, event.title);
      case 'turn': return this.#adopt(event);
      case 'synced': return event.turn ? this.#turnSynced(event) : this.#conversationSynced();
      default: return event.turn && this.#follow(event);
    }
  }

  /** An event of a turn. */
  #follow(event) {
    this.#unheard.delete(event.turn);
    if (event.type === 'started') this.#started(event);
    const before = this.turns.get(event.turn);
    const after = before && apply(before, event);
    if (after === before) return;
    this.#keep(after);
    if (hasGap(after)) this.#fillGap(after);
    if (after.stale) this.#look(after.id);
    if (event.type === 'finished') this.#finished(event);
  }

  /** A run has begun: ours, or one that another tab asked for. */
  #started({ id, turn, conversation, held }) {
    const ours = this.#outbox.settle(id);
    if (ours) this.#tell.began();
    if (ours?.type === 'ask') this.#arrived(ours);
    if (ours && this.#synced) this.#hold(held);
    if (this.turns.has(turn) || conversation !== this.#conversation) return;
    this.turns.set(turn, emptyTurn(turn, { conversation }));
    this.#look(turn);
  }

  /** Show at once what the run holds back; the server's own count follows. */
  #hold(credits) {
    const { available, held } = this.#balance;
    this.#count({ available: available - credits, held: held + credits });
  }

  #arrived({ text }) {
    if (!this.#known) {
      this.#known = true;
      this.#watch();
    }
    this.#tell.arrived(text);
  }

  #finished({ credits, state }) {
    // While old events are replayed their balances are old too; `me` is asked at the end of it.
    if (this.#synced) this.#count(credits);
    this.#tell.ended(state);
  }

  #refused(error) {
    const frame = error.id && this.#outbox.settle(error.id);
    if (frame?.type === 'ask') this.#takeBack(frame);
    this.#tell.refused(error);
    this.#tell.changed();
  }

  /** A refused message never was. */
  #takeBack({ id, text }) {
    const turn = this.turns.get(id);
    this.turns.delete(id);
    if (this.#leaf === id) this.#leaf = turn.parent;
    this.#tell.takenBack(text);
  }

  /** A turn that began in another tab, described as the API does. */
  #adopt({ type, ...json }) {
    if (!this.turns.has(json.turn)) this.#keep(fromApi(json));
    this.#goOnTo(json);
  }

  #turnSynced({ turn: id, seq }) {
    const turn = this.turns.get(id);
    if (turn && (hasGap(turn) || turn.seq < seq)) this.#look(id);
  }

  #conversationSynced() {
    this.#synced = true;
    for (const id of this.#unheard) this.#look(id);
    this.#unheard.clear();
    this.#attempt(async () => this.#count((await this.#call('GET', 'me')).credits));
  }

  // How it keeps up

  #watch() {
    const latest = [...this.turns.values()].slice(-WATCHED_TURNS);
    this.#send(watch(this.#conversation, Object.fromEntries(latest.map((turn) => [turn.id, turn.seq]))));
  }

  #fillGap(turn) {
    if (this.#askedFrom.get(turn.id) === turn.seq) return;
    this.#askedFrom.set(turn.id, turn.seq);
    this.#send(resume(turn.id, turn.seq));
  }

  /** Ask the API for a turn about which events alone do not say enough. */
  #look(id) {
    this.#attempt(async () => {
      const json = await this.#call('GET', `turns/${id}`);
      this.#keep(merge(this.turns.get(id) ?? emptyTurn(id), json));
      this.#goOnTo(json);
    });
  }

  /** Follow the conversation to a turn under the one shown last. */
  #goOnTo({ id, parent }) {
    if (parent === this.#leaf) this.#leaf = id;
    this.#tell.changed();
  }

  /** @param {Frame} frame  sent now, and again after a cut, until it is answered */
  #command(frame) {
    this.#outbox.add(frame);
    this.#send(frame);
    this.#tell.changed();
  }

  #keep(turn) {
    this.turns.set(turn.id, turn);
    this.#tell.changed();
  }

  #count({ available, held }) {
    this.#balance = { available, held };
    this.#tell.balance(this.#balance);
    this.#tell.changed();
  }

  async #attempt(act, undo = () => {}) {
    try {
      await act();
    } catch (error) {
      undo();
      this.#tell.refused(error);
    }
  }
}
