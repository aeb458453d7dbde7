import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../elements/nex-call.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from './fake-call.js';
import { fakeParticipant } from './fake-participant.js';

const KEYED = new Set(['setMicrophone', 'setCamera', 'setScreenShare', 'raiseHand', 'setLayout']);
/** What the keys asked of the call. */
export const intents = (call: FakeCall): unknown[] => call.calls.filter(({ intent }) => KEYED.has(intent)).map(({ intent, args }) => [intent, ...args]);
export const inCall = (el: NexCall, selector: string): HTMLElement => el.shadowRoot?.querySelector(selector) as HTMLElement;
export const controlsOf = (el: NexCall): ShadowRoot => inCall(el, 'nex-controls').shadowRoot as ShadowRoot;
export const dialog = (el: NexCall): HTMLElement | null => inCall(el, '[role="dialog"].keys-dialog');

export function deepFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** A call that holds the focus, with its keys there: a first key is done when they are. */
export async function showCall(patch: Partial<CallState> = {}, attributes: Readonly<Record<string, string>> = {}): Promise<{ el: NexCall; call: FakeCall }> {
  const call = createFakeCall({ status: 'connected', microphone: 'on', camera: 'on', participants: [fakeParticipant({ id: 'ana', name: 'Ana' })], ...patch });
  const el = document.createElement('nex-call');
  el.call = call;
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.style.setProperty('inline-size', '900px');
  el.style.setProperty('block-size', '560px');
  await fixture<HTMLElement>(html`<main>${el}<input id="beside" aria-label="Beside" /></main>`);
  await el.updateComplete;
  await waitUntil(() => inCall(el, 'nex-controls') && controlsOf(el).querySelector('#more-opener'), 'the buttons never came', { timeout: 5000 });
  inCall(el, '.call').focus();
  await waitUntil(() => [...(el.shadowRoot?.children ?? [])].some((child) => child.getAttribute('role') === 'status'), 'the keys never came', { timeout: 5000 });
  return { el, call };
}
