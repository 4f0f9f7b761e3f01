/** The list of conversations: find, rename, archive, and delete with a way back. */

import { call } from './api.js';
import { icon, iconButton, make } from './dom.js';
import { say } from './words.js';

/** How long a deletion can be taken back; the server is told afterwards, or when the page is left. */
const UNDO_MS = 6000;
const SEARCH_PAUSE_MS = 250;

/** @typedef {{id: string, title: string}} Conversation */

export class Conversations {
  #parts;
  #on;
  #items = [];
  #next = null;
  #current;
  #query = '';
  #pause = 0;
  #leaving = new Map();

  /**
   * @param {{list: HTMLElement, search: HTMLInputElement, more: HTMLButtonElement, empty: HTMLElement,
   *   rename: HTMLDialogElement}} parts
   * @param {{items: Conversation[], next: string|null}} page  the first page, from the boot data
   * @param {{current: string, onundoable(sentence: string, undo: () => void): void, onerror(error: Error): void,
   *   onrenamed(title: string): void}} on
   */
  constructor(parts, page, on) {
    this.#parts = parts;
    this.#on = on;
    this.#current = on.current;
    this.#take(page);
    parts.search.addEventListener('input', () => this.#searchSoon());
    parts.more.addEventListener('click', () => this.#load({ cursor: this.#next }));
    parts.rename.addEventListener('close', () => this.#renamed());
    addEventListener('pagehide', () => this.#flush());
  }

  /** Put a new conversation, or one that has moved, at the top and mark it as the one being read. */
  begin(id, title) {
    this.#current = id;
    const known = this.#items.find((item) => item.id === id);
    this.#items = [known ?? { id, title }, ...this.#items.filter((item) => item.id !== id)];
    this.#draw();
  }

  /** A conversation has got a title. */
  retitle(id, title) {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, title } : item));
    this.#draw();
  }

  #take({ items, next }) {
    this.#items = [...this.#items, ...items.filter((item) => !this.#items.some((one) => one.id === item.id))];
    this.#next = next;
    this.#draw();
  }

  #draw() {
    const shown = this.#items.filter((item) => !this.#leaving.has(item.id));
    this.#parts.list.replaceChildren(...shown.map((item) => this.#row(item)));
    this.#parts.more.hidden = !this.#next;
    this.#parts.empty.hidden = shown.length > 0 || !this.#query;
  }

  #row({ id, title }) {
    const name = title || say('untitled');
    const current = id === this.#current ? 'page' : null;
    const menu = make('div', { class: 'menu', popover: 'auto', id: `menu-${id}` },
      this.#item('edit', 'rename', () => this.#rename(id, title)),
      this.#item('archive', 'archive', () => this.#leave(id, name, 'archived')),
      this.#item('delete', 'delete', () => this.#leave(id, name, 'deleted')));
    return make('li', { class: 'conversation' },
      make('a', { href: `/chat/${id}/`, 'aria-current': current, dir: 'auto' }, name),
      iconButton('more', say('menu', { title: name }), () => {}, { popovertarget: menu.id }), menu);
  }

  #item(symbol, key, act) {
    const press = (event) => {
      event.currentTarget.closest('[popover]').hidePopover();
      act();
    };
    return make('button', { type: 'button', onclick: press }, icon(symbol), say(key));
  }

  #searchSoon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#query = this.#parts.search.value.trim();
      this.#items = [];
      this.#load({});
    }, SEARCH_PAUSE_MS);
  }

  async #load({ cursor }) {
    const query = this.#query;
    const asked = new URLSearchParams({ ...(query && { q: query }), ...(cursor && { cursor }) });
    await this.#attempt(async () => {
      const page = await call('GET', `conversations?${asked}`);
      if (query === this.#query) this.#take(page);
    });
  }

  #rename(id, title) {
    const { rename } = this.#parts;
    rename.dataset.conversation = id;
    rename.returnValue = '';
    rename.querySelector('input').value = title;
    rename.showModal();
  }

  async #renamed() {
    const { rename } = this.#parts;
    const title = rename.querySelector('input').value.trim();
    const { conversation } = rename.dataset;
    if (rename.returnValue !== 'save' || !title) return;
    await this.#attempt(async () => {
      await call('PATCH', `conversations/${conversation}`, { body: { title } });
      this.retitle(conversation, title);
      if (conversation === this.#current) this.#on.onrenamed(title);
    });
  }

  /** Hide a conversation now and archive or delete it for good a little later. */
  #leave(id, name, how) {
    const timer = setTimeout(() => this.#depart(id), UNDO_MS);
    this.#leaving.set(id, { how, timer });
    this.#draw();
    this.#on.onundoable(say(how, { title: name }), () => this.#stay(id));
  }

  #stay(id) {
    clearTimeout(this.#leaving.get(id)?.timer);
    this.#leaving.delete(id);
    this.#draw();
  }

  async #depart(id) {
    const { how } = this.#leaving.get(id);
    const gone = await this.#attempt(() => this.#tell(id, how));
    this.#leaving.delete(id);
    if (!gone) return this.#draw();
    this.#items = this.#items.filter((item) => item.id !== id);
    if (id === this.#current) location.assign('/chat/');
  }

  #tell(id, how, keepalive = false) {
    return how === 'deleted'
      ? call('DELETE', `conversations/${id}`, { keepalive })
      : call('PATCH', `conversations/${id}`, { body: { archived: true }, keepalive });
  }

  #flush() {
    for (const [id, { how }] of this.#leaving) this.#tell(id, how, true).catch(() => {});
    this.#leaving.clear();
  }

  /** Whether it worked; why not is told to the listener. */
  async #attempt(act) {
    try {
      await act();
      return true;
    } catch (error) {
      this.#on.onerror(error);
      return false;
    }
  }
}
