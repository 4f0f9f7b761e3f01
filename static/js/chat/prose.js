/**
 * Markdown into the page: only changed blocks are replaced, and nothing enters that DOMPurify has not passed.
 *
 * DOMPurify hands back nodes, not a string, so no HTML is parsed twice and no Trusted Types sink is used here.
 */

import DOMPurify from '../../vendor/dompurify/purify.js';
import { blocksOf, GrowingText } from './markdown.js';

const ALLOWED = {
  ALLOWED_TAGS: [
    'p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'ul', 'ol', 'li',
    'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td',
  ],
  ALLOWED_ATTR: ['href', 'rel', 'target', 'start', 'align', 'tabindex'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ALLOW_DATA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/** An answer's text in one element, rendered again as it grows. */
export class Prose {
  #element;
  #growing = new GrowingText();
  #text = '';
  #shown = [];
  #whole = false;

  /** @param {HTMLElement} element  emptied and filled by this object alone */
  constructor(element) {
    this.#element = element;
  }

  /** The Markdown now shown. */
  get text() {
    return this.#text;
  }

  /** Show `text`; `whole` when it will not grow any more. */
  show(text, whole) {
    if (text === this.#text && whole === this.#whole) return;
    if (!text.startsWith(this.#text)) this.#growing = new GrowingText();
    this.#text = text;
    this.#whole = whole;
    this.#replace(whole ? blocksOf(text) : this.#growing.grow(text));
  }

  /** Keep every node whose HTML is unchanged, make the others over, add and remove at the end. */
  #replace(blocks) {
    const before = this.#shown;
    this.#shown = blocks.map((block, at) => ({ block, node: this.#nodeFor(block, before[at]) }));
    for (const { node } of before.slice(blocks.length)) node.remove();
  }

  #nodeFor(block, before) {
    if (before?.block === block || before?.block.html === block.html) return before.node;
    const fresh = toNode(block.html);
    if (before) return makeOver(before.node, fresh);
    this.#element.append(fresh);
    return fresh;
  }
}

/** The one element a block's HTML stands for. */
function toNode(html) {
  return DOMPurify.sanitize(html, ALLOWED).firstElementChild ?? document.createElement('p');
}

/**
 * Turn `old` into `fresh` in place and return what stands there now.
 *
 * A text that only grew is appended to, so that a selection in it survives.
 */
function makeOver(old, fresh) {
  if (old.nodeType === Node.TEXT_NODE && fresh.nodeType === Node.TEXT_NODE) {
    if (fresh.data.startsWith(old.data)) old.appendData(fresh.data.slice(old.data.length));
    else old.data = fresh.data;
    return old;
  }
  if (!old.cloneNode(false).isEqualNode(fresh.cloneNode(false))) {
    old.replaceWith(fresh);
    return fresh;
  }
  const children = [...fresh.childNodes];
  [...old.childNodes].forEach((child, at) => (at < children.length ? makeOver(child, children[at]) : child.remove()));
  old.append(...children.slice(old.childNodes.length));
  return old;
}
