/** A conversation is a tree; the path shown is the one the person chose. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { newestLeaf, pathTo, siblings } from '../../static/js/chat/tree.js';

const turn = (id, parent, created) => [id, { id, parent, created: `2026-11-23T10:00:0${created}Z`, text: id }];
const turns = new Map([
  turn('a', null, 0), turn('b', 'a', 1), turn('c', 'b', 2), turn('b2', 'a', 3), turn('d', 'b2', 4), turn('e', 'b2', 5),
]);
const ids = (list) => list.map((one) => one.id);

test('the path leads from the root to the leaf', () => assert.deepEqual(ids(pathTo(turns, 'c')), ['a', 'b', 'c']));
test('an edited message stands beside its first version', () => assert.deepEqual(ids(siblings(turns, turns.get('b'))), ['b', 'b2']));
test('choosing a version shows its newest end', () => assert.equal(newestLeaf(turns, 'b2'), 'e'));
test('a turn whose parent is not loaded yet begins the path', () => {
  assert.deepEqual(ids(pathTo(new Map([turn('z', 'unknown', 0)]), 'z')), ['z']);
});
test('a circle, which the server never sends, still ends', () => {
  assert.deepEqual(ids(pathTo(new Map([turn('x', 'y', 0), turn('y', 'x', 1)]), 'x')), ['y', 'x']);
});
