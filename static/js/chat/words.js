/**
 * Every sentence that the chat page itself says, in one place, so that it can be translated and read as a whole.
 *
 * The page's boot data may carry `words` in another language; a missing one is said in English.
 */

const ENGLISH = {
  you: 'You said',
  coach: 'Coach',
  answer_first: 'First answer',
  answer_better: 'Better answer',
  answer_again: 'Another try',
  answer_of: '{n} of {all}',
  before: 'Earlier answer',
  after: 'Later answer',
  version_before: 'Earlier version of your message',
  version_after: 'Later version of your message',

  copy: 'Copy',
  copied: 'Copied',
  edit: 'Edit and send again',
  edit_send: 'Send again',
  cancel: 'Cancel',
  stop: 'Stop',
  again: 'Try again',
  better: 'Get better response',
  better_price: '{credits} · {left} left afterwards',
  better_short: '{credits} · you have {available}',
  upgrade: 'GrowthPlus adds a stronger coach here',
  upgrade_link: 'See GrowthPlus',
  up: 'This helped',
  down: 'This did not help',
  reasons: 'What was missing? You may pick several.',
  which: 'Which helped more?',
  which_first: 'The first',
  which_second: 'The second',
  which_same: 'The same',
  preferred_first: 'You said the first helped more.',
  preferred_second: 'You said the second helped more.',
  preferred_same: 'You said both helped the same.',

  reason_too_generic: 'Too generic',
  reason_missed_point: 'Missed my point',
  reason_too_much_advice: 'Too much advice, not enough questions',
  reason_too_long: 'Too long',
  reason_tone: 'Tone',
  reason_wrong_facts: 'Wrong facts',
  reason_unsafe: 'Felt unsafe',
  reason_other: 'Something else',

  waiting: 'Thinking …',
  sending: 'Sending …',
  queued: 'Waiting for a free place: you are number {position}.',
  restarted: 'The first model broke off, so {model} began this answer anew.',
  state_stopped: 'You stopped this answer.',
  state_stopped_free: 'You stopped this answer before it began, and nothing was charged.',
  state_failed: 'There is no answer this time, and nothing was charged.',
  state_interrupted: 'The answer was cut off, and nothing was charged.',
  state_refused: 'The model would not answer this. Saying it in other words may help.',
  state_safety: 'You matter more than any task. This answer is free.',
  safety_link: 'People you can talk to now',

  why_model: 'Model',
  why_provider: 'Run by',
  why_slot: 'Size',
  why_task: 'Kind of question',
  why_complexity: 'Complexity',
  why_complexity_value: '{n} of 10',
  why_confidence: 'Confidence',
  why_policy: 'Policy',
  why_why: 'Why this model',
  why_credits: 'Price',
  why_charged: 'Charged',
  slot_local: 'small',
  slot_fast: 'fast',
  slot_medium: 'medium',
  slot_large: 'large',

  credits_one: '{n} credit',
  credits_other: '{n} credits',
  free: 'free',

  says_writing: 'Coach is writing.',
  says_answered: 'Answer complete.',
  says_stopped: 'Answer stopped.',
  says_failed: 'No answer this time.',
  says_interrupted: 'The answer was cut off.',
  says_refused: 'The model would not answer.',
  says_safety: 'Answer complete. Help is one link away.',

  counter: '{left} characters left',
  counter_over: '{over} characters too many',

  socket_lost: 'The connection is gone. Trying again …',
  socket_offline: 'You are offline. What you write is kept here, and sent when you are back.',
  socket_refused: 'You are logged out. Log in to go on; what you wrote is kept.',
  log_in: 'Log in',

  error_insufficient_credits: 'Your credits do not cover this answer. Your message is still here.',
  error_rate_limited: 'That was very fast. You can send again {when}.',
  error_message_too_long: 'A message may have 8,000 characters at most. Please shorten it or send it in parts.',
  error_conflict: 'This conversation has moved on. Look at the latest answer, then send again.',
  error_not_found: 'This conversation is not there any more. Start a new one to go on.',
  error_unauthenticated: 'You are logged out. Log in to go on; what you wrote is kept.',
  error_account_frozen: 'Your account is on hold. Please write to us through the billing page.',
  error_no_model_available: 'No model can answer right now. Nothing was charged; try again in a minute.',
  error_budget_reached: 'The service has reached its limit for today. Nothing was charged; try again {when}.',
  error_ladder_top: 'This already is the strongest answer your plan offers.',
  error_key_refused: 'Your provider refused your API key. Check it in the settings.',
  error_upstream_refused: 'The provider refused this request. Try again, or say it in other words.',
  error_forbidden: 'That is not allowed here.',
  error_unreachable: 'The server cannot be reached. Check your connection and try again.',
  error_other: 'Something went wrong. Nothing was charged; please try again.',
  when_at: 'at {time}',
  when_soon: 'in a moment',
  to_billing: 'See credits and plans',
  to_new: 'Start a new conversation',
  to_settings: 'Open the settings',
  dismiss: 'Dismiss',

  untitled: 'New conversation',
  menu: 'More for “{title}”',
  rename: 'Rename',
  archive: 'Archive',
  delete: 'Delete',
  deleted: '“{title}” was deleted.',
  archived: '“{title}” was archived.',
  undo: 'Undo',
};

let words = ENGLISH;
let locale = 'en';

/** Speak the page's language. */
export function speak({ locale: chosen = 'en', words: translated = {} }) {
  locale = chosen;
  words = { ...ENGLISH, ...translated };
}

/** The sentence called `key`, with `{names}` filled in. @param {Record<string, unknown>} [values] */
export function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Whether there is such a sentence. */
export const canSay = (key) => key in words;

/** A whole number as people here write it. */
export const number = (n) => new Intl.NumberFormat(locale).format(n);

/** "1 credit", "1,000 credits". */
export function credits(n) {
  const form = new Intl.PluralRules(locale).select(n) === 'one' ? 'credits_one' : 'credits_other';
  return say(form, { n: number(n) });
}

/** "at 14:05:09", or "in a moment" for a time that is not known or has come. @param {string} [iso] */
export function when(iso, now = Date.now()) {
  const time = iso ? new Date(iso) : null;
  if (!time || Number.isNaN(time.getTime()) || time.getTime() <= now) return say('when_soon');
  return say('when_at', { time: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(time) });
}

/**
 * What an error means for the person, and what to do next.
 *
 * @param {{code: string, message?: string, retry_at?: string}} error
 */
export function explain(error) {
  const known = `error_${error.code}`;
  if (canSay(known)) return say(known, { when: when(error.retry_at) });
  return error.message || say('error_other');
}
