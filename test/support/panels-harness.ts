import { aTimeout, fixture, html, waitUntil } from '@open-wc/testing';
import type { NexCall } from '../../elements/call/nex-call.js';
import { NexPanelToggleEvent } from '../../elements/events/nex-panel-toggle-event.js';
import type { Panel } from '../../elements/shared/panels.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from './fake-call.js';
import { fakeParticipant } from './fake-participant.js';

/** The first time, what is opened is loaded. */
export const LOADING = { timeout: 20_000 };
export const root = (el: Element): ShadowRoot => el.shadowRoot!;
export const connected = (patch: Partial<CallState> = {}): FakeCall =>
  createFakeCall({ status: 'connected', participants: [fakeParticipant({ id: 'ana', name: 'Ana' })], ...patch });

/** A call of that size, with a button of the page's own in its toolbar. */
export async function show(call: FakeCall, inlineSize = 900, blockSize = 600): Promise<NexCall> {
  const el = await fixture<NexCall>(html`<nex-call .call=${call}><button slot="toolbar-start" id="opener">Mine</button></nex-call>`);
  el.style.cssText = `inline-size: ${inlineSize}px; block-size: ${blockSize}px; aspect-ratio: auto`;
  await waitUntil(() => (root(el).querySelector('nex-controls') as { panel?: string } | null)?.panel !== undefined, 'the stage is there');
  // The toolbar sees what has room in the box.
  await aTimeout(100);
  return el;
}
export const opener = (el: NexCall): HTMLElement => el.querySelector<HTMLElement>('#opener')!;
export const toggle = (el: NexCall, panel: Panel, isOpen?: boolean): void => {
  opener(el).dispatchEvent(new NexPanelToggleEvent({ panel, ...(isOpen === undefined ? {} : { isOpen }) }));
};
export const section = (el: NexCall): HTMLElement | null => root(el).querySelector('.panel');
export const inside = (el: NexCall): string | undefined =>
  section(el)?.querySelector('nex-chat, nex-participants, nex-settings')?.localName;
export const opened = async (el: NexCall, panel: Panel): Promise<HTMLElement> => {
  opener(el).focus();
  // In the smallest boxes there is no room for buttons of the page's own.
  if (document.activeElement !== opener(el)) root(el).querySelector<HTMLElement>('nex-controls')!.focus();
  toggle(el, panel);
  await waitUntil(() => inside(el) === `nex-${panel}`, `${panel} is open`, LOADING);
  const element = section(el)!.querySelector<HTMLElement>(`nex-${panel}`)!;
  await waitUntil(() => element.shadowRoot?.activeElement != null, 'focus went in');
  return element;
};
export const told = (el: NexCall): string => (root(el).querySelector('nex-controls') as unknown as { panel: string }).panel;
