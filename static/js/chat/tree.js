/**
 * A conversation is a tree of turns; what is shown is one path through it.
 *
 * @typedef {import('./turns.js').Turn} Turn
 * @typedef {Map<string, Turn>} Turns    by id
 */

const byAge = (a, b) => a.created.localeCompare(b.created);

/** From the oldest known turn down to `leaf`. @param {Turns} turns @returns {Turn[]} */
export function pathTo(turns, leaf) {
  const path = [];
  for (let turn = turns.get(leaf); turn && !path.includes(turn); turn = turns.get(turn.parent)) path.unshift(turn);
  return path;
}

/** The turns that answer the same point in the conversation, oldest first, `turn` included. @returns {Turn[]} */
export function siblings(turns, turn) {
  return [...turns.values()].filter((one) => one.parent === turn.parent && one.text !== null).sort(byAge);
}

/** Where the newest path through `id` ends. @param {Turns} turns */
export function newestLeaf(turns, id) {
  const children = [...turns.values()].filter((one) => one.parent === id).sort(byAge);
  return children.length ? newestLeaf(turns, children.at(-1).id) : id;
}
