/** Errors become sentences that say what to do next. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { backoff } from '../../static/js/chat/socket.js';
import { canSay, credits, explain, say, speak, when } from '../../static/js/chat/words.js';
import { lengthOf, REASONS, uuid } from '../../static/js/chat/protocol.js';

const CODES = [
  'unauthenticated', 'insufficient_credits', 'forbidden', 'account_frozen', 'key_refused', 'not_found', 'conflict',
  'ladder_top', 'message_too_long', 'rate_limited', 'upstream_refused', 'no_model_available', 'budget_reached',
];

for (const code of CODES) {
  test(`${code} has its own sentence`, () => {
    const sentence = explain({ code, message: 'raw', retry_at: '2026-11-23T10:00:00Z' });
    assert.ok(sentence !== 'raw' && !sentence.includes('{'), sentence);
  });
}

for (const reason of REASONS) test(`the reason ${reason} has a name`, () => assert.ok(canSay(`reason_${reason}`)));

test('an unknown error keeps the server\'s own words', () => assert.equal(explain({ code: 'new_one', message: 'Try tea.' }), 'Try tea.'));
test('an error without words still says something', () => assert.equal(explain({ code: 'new_one', message: '' }), say('error_other')));
test('one credit, two credits, many', () => assert.deepEqual([1, 2, 1000].map(credits), ['1 credit', '2 credits', '1,000 credits']));
test('a time that has come is "in a moment"', () => assert.equal(when('2026-11-23T10:00:00Z', Date.parse('2026-11-23T11:00:00Z')), 'in a moment'));
test('a time to come is said', () => assert.match(when('2026-11-23T10:00:00Z', Date.parse('2026-11-23T09:00:00Z')), /^at /));

test('another language speaks where it can, English where it cannot', () => {
  speak({ locale: 'de', words: { copy: 'Kopieren' } });
  assert.deepEqual([say('copy'), say('edit')], ['Kopieren', 'Edit and send again']);
  speak({ locale: 'en' });
});

test('an identifier is a version 4 UUID', () => {
  assert.match(uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(uuid(), uuid());
});

test('a smile is one character of the limit', () => assert.equal(lengthOf('🙂a'), 2));

test('reconnecting waits longer each time, never for long, never in step', () => {
  assert.deepEqual([0, 1, 2, 10].map((n) => backoff(n, 1)), [500, 1000, 2000, 15000]);
  assert.equal(backoff(3, 0), 2000);
});
