import { fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-controls.js';
import type { NexControls } from '../../elements/controls/nex-controls.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from './fake-call.js';
import { fakeParticipant } from './fake-participant.js';

export interface ControlsSetting {
  readonly width?: number;
  readonly dir?: string;
  readonly hide?: string;
}

export const BAR_BUTTONS = ':is(.toolbar, .split, .tools) > button';
const NAMES = ['microphone', 'camera', 'screen', 'hand', 'reactions', 'chat', 'participants', 'more', 'leave', 'chevron'];

/** The toolbar of a running call, with its late part there, and what tests ask of it. */
export class ControlsHarness {
  readonly controls: NexControls;
  readonly call: FakeCall;

  private constructor(controls: NexControls, call: FakeCall) {
    this.controls = controls;
    this.call = call;
  }

  static async show(patch: Partial<CallState> = {}, { width = 900, dir = 'ltr', hide = '' }: ControlsSetting = {}): Promise<ControlsHarness> {
    const call = createFakeCall({ status: 'connected', microphone: 'on', camera: 'on', participants: [fakeParticipant()], ...patch });
    const holder = await fixture<HTMLElement>(html`<main dir=${dir}><nex-controls .call=${call} hide=${hide}></nex-controls></main>`);
    holder.style.setProperty('inline-size', `${width}px`);
    holder.style.setProperty('padding-block-start', '460px');
    const harness = new ControlsHarness(holder.querySelector('nex-controls') as NexControls, call);
    await waitUntil(() => harness.find('#more-opener'), 'the late part never came', { timeout: 20_000 });
    await nextFrame();
    await nextFrame();
    return harness;
  }

  find(selector: string): HTMLElement {
    return this.controls.shadowRoot?.querySelector(selector) as HTMLElement;
  }

  all(selector: string): readonly HTMLElement[] {
    return [...(this.controls.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  get focused(): Element | null {
    return this.controls.shadowRoot?.activeElement ?? null;
  }

  get intents(): unknown[] {
    return this.call.calls.map(({ intent, args }) => [intent, ...args]);
  }

  isOpen(id: string): boolean {
    return this.find(`#${id}`).matches(':popover-open');
  }

  get bar(): readonly HTMLElement[] {
    return this.all(BAR_BUTTONS).filter((button) => button.getClientRects().length > 0);
  }

  get barNames(): readonly string[] {
    return this.bar.map((button) => [...button.classList].find((name) => NAMES.includes(name)) ?? '?');
  }

  get menuNames(): readonly string[] {
    return this.all('#more [role^="menuitem"]').map((item) => item.getAttribute('aria-label') ?? item.textContent?.trim() ?? '');
  }

  async openMore(): Promise<void> {
    this.find('#more-opener').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => this.isOpen('more'));
  }

  async setWidth(px: number): Promise<void> {
    this.controls.parentElement?.style.setProperty('inline-size', `${px}px`);
    for (let frame = 0; frame < 3; frame += 1) await nextFrame();
  }
}
