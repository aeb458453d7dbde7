import type { Call } from '../../src/call/call.js';

/** What the visitor is about to say. */
export interface ChatDraft {
  text: string;
  /** The only one it is for; null: everybody. */
  to: string | null;
  /** The name of that one, for when they have left. */
  toName: string;
  replyTo: string | null;
  /** Sending it failed. */
  hasFailed: boolean;
}

const drafts = new WeakMap<Call, ChatDraft>();

/** The draft of that call, which outlives the element it is written in: panels come and go. */
export function chatDraft(call: Call): ChatDraft {
  let draft = drafts.get(call);
  if (!draft) {
    draft = { text: '', to: null, toName: '', replyTo: null, hasFailed: false };
    drafts.set(call, draft);
  }
  return draft;
}
