/** A turn is a pure function of its events: order and repetition do not matter, text is exact. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { activeRun, apply, comparable, emptyTurn, fromApi, hasGap, merge, shownRuns } from '../../static/js/chat/turns.js';

const TURN = '0b7a9f0e-0000-4000-8000-000000000001';
const base = { turn: TURN, run: 1 };
const started = (seq, run = 1) => ({ ...base, type: 'started', run, seq, id: TURN, conversation: 'c', held: 1 });
const route = (seq, run = 1) => ({
  ...base, type: 'route', run, seq, model: 'Mistral 7B', slot: 'local', provider: 'vllm', credits: 1, reason: { why: 'simple' },
});
const delta = (seq, text, run = 1) => ({ ...base, type: 'delta', run, seq, text });
const finished = (seq, state = 'answered', run = 1) => ({
  ...base, type: 'finished', run, seq, state, credits: { charged: 1, available: 9, held: 0 },
  better: { available: true, credits: 2, slot: 'fast', upgrade: false }, error: null,
});
const whole = [started(1), route(2), delta(3, 'Good '), delta(4, 'morning'), finished(5)];
const play = (events, turn = emptyTurn(TURN)) => events.reduce(apply, turn);

/** A small seeded generator, so that a failure can be repeated. */
function* chance(seed) {
  for (let state = seed; ;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

test('a whole answer ends with its text, its price and what comes next', () => {
  const turn = play(whole);
  assert.equal(turn.seq, 5);
  assert.deepEqual(turn.runs, [{
    run: 1, state: 'answered', text: 'Good morning', model: 'Mistral 7B', slot: 'local', provider: 'vllm',
    credits: 1, reason: { why: 'simple' }, error: null,
  }]);
  assert.equal(turn.better.credits, 2);
});

test('any order and any repetition of events gives the same turn', () => {
  const expected = play(whole);
  for (let seed = 1; seed <= 300; seed += 1) {
    const dice = chance(seed);
    const events = [...whole, ...whole.filter(() => dice.next().value < 0.5)]
      .map((event) => [dice.next().value, event]).sort(([a], [b]) => a - b).map(([, event]) => event);
    assert.deepEqual(play(events), expected, `seed ${seed}`);
  }
});

test('a lost event is noticed, and its replay heals the gap', () => {
  const gappy = play([started(1), route(2), delta(4, 'morning')]);
  assert.ok(hasGap(gappy));
  assert.equal(gappy.seq, 2);
  const healed = play([delta(3, 'Good '), delta(4, 'morning'), finished(5)], gappy);
  assert.ok(!hasGap(healed));
  assert.deepEqual(healed, play(whole));
});

test('an event seen before changes nothing, not even the object', () => {
  const turn = play(whole);
  assert.equal(apply(turn, delta(3, 'Good ')), turn);
});

test('a restart voids the text shown so far, and says so', () => {
  const turn = play([
    ...whole.slice(0, 4),
    { ...base, type: 'restart', seq: 5, reason: 'upstream_cut', model: 'Llama', slot: 'fast', provider: 'groq' },
    delta(6, 'Hello'), finished(7),
  ]);
  const [run] = turn.runs;
  assert.deepEqual([run.text, run.model, run.restarted], ['Hello', 'Llama', true]);
});

test('a snapshot may jump: it replaces the text and marks the turn for a second look', () => {
  const turn = play([started(1), delta(2, 'old'), { ...base, type: 'snapshot', seq: 41, text: 'Good mor', state: 'streaming' }, delta(42, 'ning')]);
  assert.equal(turn.runs[0].text, 'Good morning');
  assert.equal(turn.seq, 42);
  assert.ok(turn.stale);
});

test('events that waited for a snapshot are used or dropped by their place', () => {
  const turn = play([started(1), delta(42, 'ning'), delta(7, 'lost'), { ...base, type: 'snapshot', seq: 41, text: 'Good mor', state: 'streaming' }]);
  assert.equal(turn.runs[0].text, 'Good morning');
  assert.ok(!hasGap(turn));
});

test('a snapshot that is merely next does not ask for a second look', () => {
  const turn = play([started(1), { ...base, type: 'snapshot', seq: 2, text: 'Hi', state: 'streaming' }]);
  assert.ok(!turn.stale);
});

test('a kind of event from the future still counts', () => {
  assert.equal(play([started(1), { ...base, type: 'weather', seq: 2 }, delta(3, 'Hi')]).runs[0].text, 'Hi');
});

test('a better answer stands beside the first', () => {
  const turn = play([...whole, started(6, 2), delta(7, 'Deeper', 2), finished(8, 'answered', 2)]);
  assert.deepEqual(turn.runs.map((run) => run.text), ['Good morning', 'Deeper']);
  assert.deepEqual(comparable(turn).map((run) => run.run), [1, 2]);
});

test('a failed better answer leaves the first alone, with nothing to compare', () => {
  const turn = play([...whole, started(6, 2), { ...finished(7, 'failed', 2), error: { code: 'no_model_available', message: '' } }]);
  assert.equal(turn.runs[0].text, 'Good morning');
  assert.equal(comparable(turn), null);
  assert.deepEqual(shownRuns(turn).map((run) => run.run), [1, 2]);
});

test('a failed attempt without text gives way to the next one', () => {
  const turn = play([started(1), finished(2, 'failed'), started(3, 2), delta(4, 'Hi', 2)]);
  assert.deepEqual(shownRuns(turn).map((run) => run.run), [2]);
});

test('waiting in the queue shows its place until something happens', () => {
  const queued = play([{ type: 'queued', turn: TURN, position: 3 }]);
  assert.equal(queued.queued, 3);
  assert.equal(apply(queued, started(1)).queued, null);
});

const described = {
  id: TURN, conversation: 'c', parent: null, created: '2026-11-23T10:00:00Z', state: 'answered', text: 'Morning?', answer: 'Good morning',
  seq: 5, active_run: 1, rating: null, preferred: null, better: { available: false },
  runs: [{ run: 1, state: 'answered', model: 'M', slot: 'local', provider: 'p', answer: 'Good morning', credits: 1, reason: {} }],
};

test('a finished turn from the API continues where its events ended', () => {
  const turn = play([started(6, 2), delta(7, 'More', 2)], fromApi(described));
  assert.deepEqual(turn.runs.map((run) => run.text), ['Good morning', 'More']);
});

test('a running turn from the API is replayed from its start', () => {
  const running = { ...described, seq: 3, runs: [{ ...described.runs[0], state: 'streaming', answer: 'Good ' }] };
  const turn = fromApi(running);
  assert.equal(turn.seq, 0);
  assert.ok(activeRun(turn));
  assert.equal(play(whole, turn).runs[0].text, 'Good morning');
});

test('what the API knows wins over an answer that never ended here', () => {
  const stuck = play(whole.slice(0, 3));
  assert.equal(merge(stuck, described).runs[0].text, 'Good morning');
});

test('an old description does not undo newer events', () => {
  const newer = play([started(6, 2), delta(7, 'More', 2)], fromApi(described));
  assert.deepEqual(merge(newer, described).runs.map((run) => run.text), ['Good morning', 'More']);
  assert.equal(merge(newer, described).seq, 7);
});
