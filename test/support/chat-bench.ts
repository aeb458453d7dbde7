import { aTimeout, fixture, html } from '@open-wc/testing';
import '../../elements/nex-chat.js';
import type { NexChat } from '../../elements/chat/nex-chat.js';
import type { CallState, ChatMessage } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from './fake-call.js';
import { fakeParticipant } from './fake-participant.js';

export const ANA = fakeParticipant({ id: 'ana', name: 'Ana' });
export const BO = fakeParticipant({ id: 'bo', name: 'Bo' });
export const AT = Date.UTC(2026, 0, 5, 9, 30);
let count = 0;
export const message = (patch: Partial<ChatMessage> = {}): ChatMessage => {
  count += 1;
  const base = {
    participantId: 'ana',
    name: 'Ana',
    text: `Text ${count}`,
    sentAt: AT,
    to: null,
    replyTo: null,
    isOwn: false,
    isDeleted: false,
  };
  return { id: count.toString(16).padStart(32, '0'), ...base, ...patch };
};
export const own = { participantId: 'self', name: 'Me', isOwn: true };

export const root = (el: Element): ShadowRoot => el.shadowRoot!;
export const chatCall = (patch: Partial<CallState> = {}): FakeCall =>
  createFakeCall({ status: 'connected', participants: [ANA, BO], ...patch });
export const show = async (call: FakeCall): Promise<NexChat> => {
  const box = await fixture(html`<div style="block-size: 480px; inline-size: 340px"><nex-chat .call=${call}></nex-chat></div>`);
  const el = box.querySelector('nex-chat')!;
  await el.updateComplete;
  return el;
};
export const lines = (el: NexChat): string[] =>
  [...root(el).querySelectorAll('.message')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
export const field = (el: NexChat): HTMLTextAreaElement => root(el).querySelector('textarea')!;
export const write = async (el: NexChat, text: string): Promise<void> => {
  field(el).value = text;
  field(el).dispatchEvent(new InputEvent('input'));
  await el.updateComplete;
};
export const press = (target: EventTarget, init: KeyboardEventInit): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }));
export const sent = (call: FakeCall): unknown[] => call.calls.filter(({ intent }) => intent === 'send').map(({ args }) => args);
export const settle = async (el: NexChat): Promise<void> => {
  await aTimeout(0);
  await el.updateComplete;
};
