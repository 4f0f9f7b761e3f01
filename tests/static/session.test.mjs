/** A whole conversation without page or socket: whatever the wire does, the person sees the right text and pays once. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { Session } from '../../static/js/chat/session.js';

const flush = () => new Promise((resolve) => { setImmediate(resolve); });

/** A session with its world written down: frames sent, calls made, things told. */
function open({ conversation = null, answers = {} } = {}) {
  const sent = [];
  const calls = [];
  const told = [];
  const tell = new Proxy({}, { get: (_, name) => (...said) => name !== 'changed' && told.push([name, ...said]) });
  const call = async (method, path, options) => {
    calls.push([method, path, options?.body]);
    const answer = answers[`${method} ${path}`] ?? (path === 'me' ? { credits: { available: 10, held: 0 } } : {});
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const boot = { me: { credits: { available: 10, held: 0 } }, conversation };
  const session = new Session(boot, { send: (frame) => sent.push(frame), call, tell });
  return { session, sent, calls, told };
}

const credits = { charged: 1, available: 9, held: 0 };
const answered = (turn, run = 1, at = 0, texts = ['Good ', 'morning']) => {
  const events = [
    { type: 'started', id: run === 1 ? turn : 'command', conversation: 'c', held: 1 },
    { type: 'route', model: 'M', slot: 'local', provider: 'p', credits: 1, reason: {} },
    ...texts.map((text) => ({ type: 'delta', text })),
    { type: 'finished', state: 'answered', credits, better: { available: true, credits: 2 }, error: null },
  ];
  return events.map((event, index) => ({ ...event, turn, run, seq: at + index + 1 }));
};
const described = (id, { parent = null, answer = 'Good morning', state = 'answered', seq = 5 } = {}) => ({
  id, conversation: 'c', parent, created: '2026-11-23T10:00:00Z', state, text: `said ${id}`, answer, seq, active_run: 1,
  rating: null, preferred: null, better: { available: false, upgrade: false },
  runs: [{ run: 1, state, model: 'M', slot: 'local', provider: 'p', answer, credits: 1, reason: {}, rating: null }],
});
const loaded = (...items) => ({ id: 'c', title: '', active_turn: items[0].id, turns: { items, next: null } });
const texts = (session) => session.path.map((turn) => turn.runs.at(-1)?.text);

test('a message is shown at once, sent once, and answered', () => {
  const { session, sent, told } = open();
  session.catchUp();
  session.say('Morning?');
  const [frame] = sent;
  assert.equal(session.path[0].text, 'Morning?');
  assert.deepEqual([sent.length, frame.type, frame.parent], [1, 'ask', undefined]);
  answered(frame.id).map((event) => ({ ...event, conversation: frame.conversation })).forEach((event) => session.hear(event));
  assert.deepEqual(texts(session), ['Good morning']);
  assert.ok(!session.sending && !session.running);
  assert.ok(told.some(([name, text]) => name === 'arrived' && text === 'Morning?'));
  assert.equal(sent[1].type, 'watch', 'the new conversation is watched from then on');
});

test('a message not answered before a cut is sent again, the same one', () => {
  const { session, sent } = open();
  session.say('Morning?');
  session.catchUp();
  session.catchUp();
  assert.equal(sent.length, 3);
  assert.ok(sent.every((frame) => frame.id === sent[0].id));
  answered(sent[0].id).forEach((event) => session.hear(event));
  sent.length = 0;
  session.catchUp();
  assert.ok(sent.every((frame) => frame.type === 'watch'));
});

test('a refused message is taken back with its words', () => {
  const { session, sent, told } = open({ conversation: loaded(described('a')) });
  session.say('More');
  session.hear({ type: 'error', id: sent[0].id, code: 'insufficient_credits', message: '' });
  assert.deepEqual(session.path.map((turn) => turn.id), ['a']);
  assert.deepEqual(told.find(([name]) => name === 'takenBack'), ['takenBack', 'More']);
  assert.equal(told.find(([name]) => name === 'refused')[1].code, 'insufficient_credits');
});

test('the next message goes under the last one shown; a changed first message begins anew', () => {
  const { session, sent } = open({ conversation: loaded(described('b', { parent: 'a' }), described('a')) });
  session.say('More');
  session.sayInstead(session.turns.get('a'), 'Otherwise');
  assert.deepEqual(sent.map((frame) => frame.parent), ['b', null]);
  assert.equal(session.path.length, 1);
});

test('dropped, repeated and late frames end in the same text, with a resume for the gap', () => {
  for (let lost = 1; lost < 4; lost += 1) {
    const { session, sent } = open({ conversation: loaded(described('a')) });
    session.say('More');
    const { id } = sent[0];
    const events = answered(id);
    events.filter((_, at) => at !== lost).forEach((event) => { session.hear(event); session.hear(event); });
    const asked = sent.filter((frame) => frame.type === 'resume');
    assert.deepEqual(asked, [{ type: 'resume', turn: id, after: lost }]);
    events.slice(lost).forEach((event) => session.hear(event));
    assert.equal(session.path.at(-1).runs[0].text, 'Good morning', `lost ${lost}`);
  }
});

test('after a reconnect every known turn is watched from its place', () => {
  const { session, sent } = open({ conversation: loaded(described('b', { parent: 'a', seq: 8 }), described('a')) });
  session.catchUp();
  assert.deepEqual(sent, [{ type: 'watch', conversation: 'c', after: { b: 8, a: 5 } }]);
});

test('an answer that ended while nobody listened is looked up', async () => {
  const running = described('a', { state: 'streaming', answer: 'Good ', seq: 3 });
  const { session, calls } = open({ conversation: loaded(running), answers: { 'GET turns/a': described('a') } });
  session.catchUp();
  session.hear({ type: 'synced', conversation: 'c' });
  await flush();
  assert.ok(calls.some(([, path]) => path === 'turns/a'));
  assert.deepEqual(texts(session), ['Good morning']);
  assert.equal(session.running, undefined);
});

test('old balances in a replay are not shown; the end of it asks for the true one', async () => {
  const { session, told } = open({ conversation: loaded(described('a', { state: 'streaming', answer: '', seq: 0 })) });
  session.catchUp();
  answered('a').forEach((event) => session.hear(event));
  assert.ok(!told.some(([name]) => name === 'balance'));
  session.hear({ type: 'synced', conversation: 'c' });
  await flush();
  assert.deepEqual(told.find(([name]) => name === 'balance'), ['balance', { available: 10, held: 0 }]);
});

test('a turn begun in another tab appears with its answer', () => {
  const { session } = open({ conversation: loaded(described('a')) });
  session.hear({ type: 'turn', turn: 'b', ...described('b', { parent: 'a', state: 'streaming', answer: '', seq: 0 }) });
  answered('b').forEach((event) => session.hear(event));
  assert.deepEqual(texts(session), ['Good morning', 'Good morning']);
  assert.equal(session.path.at(-1).text, 'said b');
});

test('a better answer goes with the reasons given, once, and waits until it has begun', () => {
  const { session, sent } = open({ conversation: loaded(described('a')) });
  session.rate(session.turns.get('a'), 1, -1, ['too_long']);
  session.better(session.turns.get('a'));
  assert.deepEqual([sent[0].type, sent[0].reasons], ['better', ['too_long']]);
  assert.ok(session.waitsFor('a'));
  answered('a', 2, 5, ['Deep']).map((event) => (event.type === 'started' ? { ...event, id: sent[0].id } : event))
    .forEach((event) => session.hear(event));
  assert.ok(!session.waitsFor('a'));
  assert.deepEqual(session.path[0].runs.map((run) => run.text), ['Good morning', 'Deep']);
});

test('a second press on better, or one while an answer runs, sends nothing', () => {
  const { session, sent } = open({ conversation: loaded(described('a')) });
  session.better(session.turns.get('a'));
  session.better(session.turns.get('a'));
  session.hear({ type: 'started', turn: 'a', run: 2, seq: 6, id: sent[0].id, conversation: 'c', held: 2 });
  session.again(session.turns.get('a'));
  assert.equal(sent.length, 1);
});

test('a rating that the server refuses is undone', async () => {
  const refusal = Object.assign(new Error(''), { code: 'unreachable' });
  const { session, told } = open({ conversation: loaded(described('a')), answers: { 'PUT turns/a/rating': refusal } });
  session.rate(session.turns.get('a'), 1, 1);
  assert.equal(session.turns.get('a').runs[0].rating.value, 1);
  await flush();
  assert.equal(session.turns.get('a').runs[0].rating, null);
  assert.deepEqual(told.at(-1), ['refused', refusal]);
});

test('stop names the running run; with nothing running it sends nothing', () => {
  const { session, sent } = open({ conversation: loaded(described('a')) });
  session.stop();
  assert.deepEqual(sent, []);
  session.say('More');
  answered(sent[0].id).slice(0, 3).forEach((event) => session.hear(event));
  session.stop();
  assert.deepEqual(sent.at(-1), { type: 'stop', turn: sent[0].id, run: 1 });
});

test('a snapshot that jumps brings the rest of the turn from the API', async () => {
  const { session, calls } = open({ conversation: loaded(described('a')), answers: {} });
  session.hear({ type: 'snapshot', turn: 'a', run: 2, seq: 40, text: 'So far', state: 'streaming' });
  await flush();
  assert.ok(calls.some(([, path]) => path === 'turns/a'));
});

test('events of somebody else\'s conversation are no concern', () => {
  const { session } = open({ conversation: loaded(described('a')) });
  answered('z').map((event) => ({ ...event, conversation: 'other' })).forEach((event) => session.hear(event));
  assert.equal(session.turns.size, 1);
});

test('older turns join the path above', async () => {
  const older = { turns: { items: [described('root')], next: null } };
  const conversation = { ...loaded(described('b', { parent: 'a' }), described('a', { parent: 'root' })) };
  conversation.turns.next = 'x=';
  const { session, calls } = open({ conversation, answers: { 'GET conversations/c?cursor=x%3D': older } });
  let drawn = 0;
  await session.loadOlder(() => { drawn += 1; });
  assert.deepEqual(session.path.map((turn) => turn.id), ['root', 'a', 'b']);
  assert.deepEqual([drawn, session.hasOlder, calls[0][0]], [1, false, 'GET']);
});
