/**
 * The one owner of the transcript's scroll position.
 *
 * Pinned, the view follows the newest text. Any move upwards by the reader unpins it and nothing but the reader (or
 * "Jump to latest", or sending a message) pins it again. A scroll event is the reader's when the position is not the
 * one this module has set; no timers.
 */

const UNPIN_PX = 3;
const AT_END_PX = 24;

export class Scroll {
  #box;
  #jump;
  /** Null until there is an end to go to: an empty conversation is read from its top. */
  #pinned = null;
  #expected = 0;
  #last = 0;

  /**
   * @param {HTMLElement} box  the element that scrolls
   * @param {HTMLElement} content  what grows inside it
   * @param {HTMLButtonElement} jump  the "Jump to latest" button
   */
  constructor(box, content, jump) {
    this.#box = box;
    this.#jump = jump;
    box.addEventListener('scroll', () => this.#moved(), { passive: true });
    jump.addEventListener('click', () => this.pin());
    const watcher = new ResizeObserver(() => this.#follow());
    watcher.observe(content);
    watcher.observe(box);
  }

  /** Go to the end and stay there. */
  pin() {
    this.#pinned = true;
    this.#follow();
  }

  /** Add content above what is being read without moving it. @param {() => void} change */
  keepPlace(change) {
    const fromEnd = this.#box.scrollHeight - this.#box.scrollTop;
    change();
    this.#to(this.#box.scrollHeight - fromEnd);
  }

  get #end() {
    return this.#box.scrollHeight - this.#box.clientHeight;
  }

  #moved() {
    const { scrollTop } = this.#box;
    const downwards = scrollTop > this.#last;
    if (this.#pinned === null) return;
    if (this.#pinned) this.#pinned = scrollTop >= Math.min(this.#expected, this.#end) - UNPIN_PX;
    else this.#pinned = downwards && scrollTop >= this.#end - AT_END_PX;
    this.#last = scrollTop;
    this.#show();
  }

  #follow() {
    if (this.#pinned) this.#to(this.#end);
    this.#show();
  }

  #to(top) {
    this.#box.scrollTop = top;
    this.#expected = this.#last = this.#box.scrollTop;
  }

  #show() {
    this.#jump.hidden = this.#pinned !== false || this.#end - this.#box.scrollTop < AT_END_PX;
  }
}
