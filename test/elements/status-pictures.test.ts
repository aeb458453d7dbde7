import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../elements/nex-quality.js';
import '../../elements/nex-status.js';
// Here already, so that nothing waits for it.
import '../../elements/status/late-announcer.js';
import type { NexQuality } from '../../elements/quality/nex-quality.js';
import type { NexStatus } from '../../elements/status/nex-status.js';
import { BACK_MS, PAUSED_DELAY_MS } from '../../elements/status/pictures-note.js';
import type { Adaptation, CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';

const LONG = { timeout: 20_000 };
const PAUSED = 'Only your sound is sent, because the network carries no more. Your picture comes back by itself.';
const BACK = 'Your picture is sent again.';
const OFF: Adaptation['steps'][number] = { source: 'camera', to: 'off', reason: 'network' };

describe('sound only, in nex-status', () => {
  let said: string[];

  async function show(patch: Partial<CallState> = {}): Promise<readonly [FakeCall, NexStatus]> {
    const call = createFakeCall({ status: 'connected', camera: 'on', ...patch });
    const el = await fixture<NexStatus>(html`<nex-status .call=${call}></nex-status>`);
    said = [];
    const region = el.shadowRoot!.querySelector('[role="status"]')!;
    new MutationObserver(() => {
      if (region.textContent !== '') said.push(region.textContent);
    }).observe(region, { childList: true, characterData: true, subtree: true });
    await aTimeout(50);
    return [call, el];
  }
  const lower = (call: FakeCall, ...steps: Adaptation['steps'][number][]): void => {
    call.patch({ adaptation: { ...call.state.adaptation, steps } });
  };
  const banner = (el: NexStatus): string | undefined => el.shadowRoot!.querySelector('.banner .words')?.textContent.trim();

  it('is shown and politely said once, and so is that pictures are back, for a while', async () => {
    const [call, el] = await show();
    lower(call, OFF);
    await waitUntil(() => banner(el) === PAUSED, 'paused', LONG);
    lower(call, OFF, { source: 'microphone', to: 'minimum', reason: 'network' });
    await aTimeout(PAUSED_DELAY_MS + 300);
    expect(banner(el), 'as long as it lasts').to.equal(PAUSED);
    await expect(el).to.be.accessible();
    lower(call, { source: 'camera', to: '180p', reason: 'network' });
    await waitUntil(() => banner(el) === BACK, 'back', LONG);
    await waitUntil(() => banner(el) === undefined, 'over', { timeout: BACK_MS + 20_000 });
    expect(said).to.deep.equal([PAUSED, BACK]);
  }).timeout(60_000);

  it('says nothing of a moment, nor of one thing that is held back while another is sent', async () => {
    const [call, el] = await show({ screen: 'on' });
    lower(call, OFF);
    await aTimeout(PAUSED_DELAY_MS + 500);
    expect(banner(el)).to.equal(undefined);
    call.patch({ screen: 'off' });
    await aTimeout(100);
    lower(call);
    await aTimeout(PAUSED_DELAY_MS + 500);
    expect(banner(el)).to.equal(undefined);
    expect(said.filter((words) => words === PAUSED || words === BACK)).to.deep.equal([]);
  });

  it('is closed by hand until it comes again, and goes with the camera without a word', async () => {
    const [call, el] = await show();
    lower(call, OFF);
    await waitUntil(() => banner(el) === PAUSED, 'paused', LONG);
    el.shadowRoot!.querySelector<HTMLElement>('.close')!.click();
    await waitUntil(() => banner(el) === undefined, 'closed', LONG);
    lower(call);
    await waitUntil(() => banner(el) === BACK, 'back', LONG);
    lower(call, OFF);
    await waitUntil(() => banner(el) === PAUSED, 'paused again', LONG);
    call.patch({ camera: 'off', adaptation: { ...call.state.adaptation, steps: [] } });
    await waitUntil(() => banner(el) === undefined, 'gone', LONG);
    await aTimeout(100);
    expect(said.filter((words) => words === BACK)).to.deep.equal([BACK]);
  }).timeout(60_000);

  it('is not said a second time by an open panel of the same call', async () => {
    const call = createFakeCall({ status: 'connected', camera: 'on' });
    const holder = await fixture<HTMLElement>(html`
      <main>
        <nex-status .call=${call}></nex-status>
        <nex-quality .call=${call} open></nex-quality>
      </main>
    `);
    const panel = holder.querySelector<NexQuality>('nex-quality')!;
    const notice = (): Element | null => panel.shadowRoot!.querySelector('.pictures');
    await waitUntil(() => notice() !== null, 'panel', LONG);
    lower(call, OFF);
    await waitUntil(() => notice()!.textContent === PAUSED, 'shown in the panel', LONG);
    expect(notice()!.getAttribute('role')).to.equal(null);
  });
});
