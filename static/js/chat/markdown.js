/**
 * Markdown text -> blocks of HTML, so that a growing answer re-renders only the blocks that changed.
 *
 * Pure: no document here. The HTML is not to be trusted; `prose.js` sanitises it on its way into the page.
 *
 * @typedef {{raw: string, html: string}} Block
 */

import { Lexer, Marked, Parser } from '../../vendor/marked/marked.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

/** Where a link in an answer may lead. */
const LINK = /^(?:https?|mailto):/i;

/** Answers sit under the page's own h1 and h2. */
const TOP_HEADING = 3;

const renderer = {
  heading({ tokens, depth }) {
    const level = Math.min(depth + TOP_HEADING - 1, 6);
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
  },
  // A wide block scrolls, so the keyboard must reach it.
  code: ({ text }) => `<pre tabindex="0"><code>${escape(text)}\n</code></pre>\n`,
  html: ({ text, block }) => (block ? `<p>${escape(text)}</p>\n` : escape(text)),
  image: ({ text }) => escape(text),
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  link({ href, tokens }) {
    const text = this.parser.parseInline(tokens);
    if (!LINK.test(href)) return text;
    return `<a href="${escape(href)}" rel="noopener nofollow ugc" target="_blank">${text}</a>`;
  },
};
const options = new Marked({ gfm: true, renderer }).defaults;

/** A block is frozen, never to be read again while the text grows, once this many stand after it. */
const LOOSE_BLOCKS = 3;

/** The text of a whole answer as blocks. @returns {Block[]} */
export function blocksOf(text) {
  return new Lexer(options).lex(text).map((token) => toBlock(token)).filter(Boolean);
}

/**
 * The blocks of a text that only ever grows at its end.
 *
 * Each call lexes the tail alone and hands back the very same `Block` objects for what has not changed.
 */
export class GrowingText {
  #frozen = [];
  #loose = [];
  #offset = 0;

  /** @param {string} text  all of it, not the new part @returns {Block[]} */
  grow(text) {
    const tail = text.replace(/\r\n?/g, '\n').slice(this.#offset);
    const tokens = new Lexer(options).lex(closeOpenMarks(tail));
    this.#loose = tokens.map((token, at) => toBlock(token, this.#loose[at]));
    this.#freeze(tail, tokens.map((token) => token.raw));
    return [...this.#frozen, ...this.#loose].filter(Boolean);
  }

  #freeze(tail, raws) {
    const settled = Math.max(0, raws.length - LOOSE_BLOCKS);
    const safe = raws.slice(0, settled).join('');
    if (!tail.startsWith(safe)) return;
    this.#frozen.push(...this.#loose.splice(0, settled));
    this.#offset += safe.length;
  }
}

/** A token's block, `before` if it has not changed, null for what shows nothing. */
function toBlock(token, before = null) {
  if (token.type === 'space' || token.type === 'def') return null;
  return before?.raw === token.raw ? before : { raw: token.raw, html: Parser.parse([token], options) };
}

/**
 * The tail of an unfinished answer with its open marks closed, for display only.
 *
 * A list's or heading's mark that has no text yet is held back: "a paragraph\n-" would flash as a heading.
 */
export function closeOpenMarks(text) {
  if (insideFence(text)) return text;
  const shown = text.replace(/(^|\n)[ \t]*(?:[-=*+#>|]+|\d+[.)]?)[ \t]*$/, '$1');
  const start = shown.lastIndexOf('\n\n') + 1;
  return shown.slice(0, start) + closeInline(shown.slice(start).replace(/!?\[([^\]\n]*)\]\([^)\s]*$/, '$1'));
}

const insideFence = (text) => (text.match(/^ {0,3}(?:```|~~~)/gm) ?? []).length % 2 === 1;

/** Marks that stand in pairs, the innermost first. */
const PAIRS = [['*', /(?<!\*)\*(?!\*)/g], ['**', /\*\*/g], ['~~', /~~/g]];

function closeInline(text) {
  if ((text.match(/`/g) ?? []).length % 2 === 1) return closeWith('`', text);
  const prose = text.replace(/`[^`]*`/g, '').replace(/(^|\s)[*+-](?=\s)/g, '$1');
  const open = PAIRS.filter(([, mark]) => (prose.match(mark) ?? []).length % 2 === 1);
  return open.reduce((closed, [mark]) => closeWith(mark, closed), text);
}

/** A mark that nothing follows yet is held back, not closed. */
const closeWith = (mark, text) => (text.endsWith(mark) ? text.slice(0, -mark.length) : text.trimEnd() + mark);
