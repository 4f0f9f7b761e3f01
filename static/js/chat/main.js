/** The chat page, put together: the session in the middle, the socket on one side, the page on the other. */

import { announce, announceIn } from './announce.js';
import { call } from './api.js';
import { Composer } from './composer.js';
import { Conversations } from './conversations.js';
import { make } from './dom.js';
import { ConnectionBar, Notice } from './notice.js';
import { Scroll } from './scroll.js';
import { Session } from './session.js';
import { ChatSocket } from './socket.js';
import { Transcript } from './transcript.js';
import { number, say, speak } from './words.js';

const find = (selector) => document.querySelector(selector);
const page = find('#chat');
const boot = JSON.parse(find('#boot').textContent);
speak(boot);
announceIn(find('#status'));

const notice = new Notice(find('#notice'));
const connection = new ConnectionBar(find('#connection'));
const scroll = new Scroll(find('#scroller'), find('#transcript'), find('#jump'));

const session = new Session(boot, {
  send: (frame) => socket.send(frame),
  call,
  tell: {
    changed: redraw,
    balance: showCredits,
    refused: (error) => notice.refuse(error),
    takenBack: (text) => composer.giveBack(text),
    arrived,
    began: () => announce(say('says_writing')),
    ended: (state) => announce(say(`says_${state}`)),
    titled,
  },
});

const composer = new Composer(find('#composer'), {
  onsend: (text) => {
    composer.sent();
    ask(() => session.say(text));
  },
  onstop: () => session.stop(),
  ontoolong: () => notice.refuse({ code: 'message_too_long' }),
});

const transcript = new Transcript(find('#turns'), {
  better: (turn) => ask(() => session.better(turn)),
  again: (turn) => ask(() => session.again(turn)),
  edit: (turn, text) => ask(() => session.sayInstead(turn, text)),
  rate: (...rating) => session.rate(...rating),
  prefer: (...preference) => session.prefer(...preference),
  choose: (turn) => {
    session.choose(turn);
    draw();
    transcript.focus(turn.id);
  },
  redraw,
});

const conversations = new Conversations({
  list: find('#conversation-list'),
  search: find('#search'),
  more: find('#more-conversations'),
  empty: find('#no-matches'),
  rename: find('#rename'),
}, boot.conversations, {
  current: session.conversation,
  onundoable: (sentence, undo) => notice.say(sentence, undoButton(undo)),
  onerror: (error) => notice.refuse(error),
  onrenamed: showTitle,
});

const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
const socket = new ChatSocket(`${scheme}://${location.host}/ws/chat/`, {
  onopen: () => session.catchUp(),
  onevent: (event) => session.hear(event),
  onstate: (state) => connection.show(state),
});

// From the session to the page

let drawing = 0;

/** Draw once, before the next frame, however much happens until then. */
function redraw() {
  drawing ||= requestAnimationFrame(draw);
}

function draw() {
  cancelAnimationFrame(drawing);
  drawing = 0;
  const { turns, available, path } = session;
  transcript.show(path, { turns, available, waitsFor: (id) => session.waitsFor(id) });
  composer.state = { sending: session.sending, running: Boolean(session.running) };
  find('#welcome').hidden = path.length > 0;
  find('#older').hidden = !session.hasOlder;
}

/** The server has our message: the conversation, if new, has an address now. */
function arrived(text) {
  composer.arrived();
  conversations.begin(session.conversation, text.slice(0, 60));
  const address = `/chat/${session.conversation}/`;
  if (location.pathname === address) return;
  history.pushState(null, '', address);
  composer.keepDraftsFor(boot.me.id, session.conversation);
}

function showCredits({ available }) {
  for (const figure of document.querySelectorAll('[data-credits]')) figure.textContent = number(available);
}

function titled(conversation, title) {
  conversations.retitle(conversation, title);
  if (conversation === session.conversation) showTitle(title);
}

function showTitle(title) {
  find('#title').textContent = title || say('untitled');
  document.title = `${title || say('untitled')} · ${page.dataset.site}`;
}

// From the person to the session

function ask(send) {
  notice.clear();
  send();
  scroll.pin();
}

function undoButton(undo) {
  const act = () => {
    undo();
    notice.clear();
  };
  return make('button', { type: 'button', class: 'link-button', onclick: act }, say('undo'));
}

function pressed(event) {
  const { key, target } = event;
  if (key === 'Escape' && !find('dialog[open], :popover-open')) session.stop();
  if (target.closest('input, textarea, select, dialog') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === '?') find('#shortcuts').showModal();
  if (key === '/') {
    event.preventDefault();
    composer.focus();
  }
}

document.addEventListener('keydown', pressed);
addEventListener('popstate', () => location.pathname !== `/chat/${session.conversation}/` && location.reload());
find('#older').addEventListener('click', () => session.loadOlder(() => scroll.keepPlace(draw)));
find('#show-shortcuts').addEventListener('click', () => find('#shortcuts').showModal());
for (const starter of document.querySelectorAll('[data-starter]')) {
  starter.addEventListener('click', () => composer.fill(starter.dataset.starter));
}
composer.keepDraftsFor(boot.me.id, session.conversation);
draw();
if (session.path.length) scroll.pin();
socket.connect();
