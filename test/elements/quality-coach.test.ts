import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import '../../elements/nex-quality.js';
import type { NexQuality } from '../../elements/quality/nex-quality.js';
import { callOwners } from '../../elements/shared/call-owners.js';
import type { RecommendationCode } from '../../src/call/diagnostics/diagnostics-report.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeReport } from '../support/fake-report.js';

const find = (element: NexQuality, selector: string): HTMLElement => element.shadowRoot?.querySelector(selector) as HTMLElement;

describe('the coach of <nex-quality>', () => {
  const recommend = (call: FakeCall, ...codes: RecommendationCode[]): void => {
    const recommendations = codes.map((code) => ({ code, severity: 'warning' as const, textKey: `advice/${code}` as const }));
    call.diagnostics = () => Promise.resolve(fakeReport({ recommendations }));
  };
  const openWith = async (call: FakeCall, ...codes: RecommendationCode[]): Promise<NexQuality> => {
    recommend(call, ...codes);
    const holder = await fixture<HTMLElement>(html`<main><nex-quality .call=${call} open></nex-quality></main>`);
    const element = holder.querySelector('nex-quality')!;
    await waitUntil(() => find(element, '.coach'), 'coach');
    await aTimeout(0);
    await element.updateComplete;
    return element;
  };
  const weak = (patch: Parameters<typeof createFakeCall>[0] = {}): FakeCall =>
    createFakeCall({
      status: 'connected',
      camera: 'on',
      quality: { level: 'poor', score: 30 },
      participants: [fakeParticipant({ id: 'a', quality: { level: 'poor', score: 30 } })],
      ...patch,
    });
  const actions = (element: NexQuality): (string | undefined)[] =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.coach button') ?? [])].map(({ dataset }) => dataset['action']);

  it('says in plain words what would help', async () => {
    const element = await openWith(weak(), 'loss-up');
    expect(find(element, '.advice-line').textContent).to.contain('Move closer to your Wi-Fi router');
    await expect(element).to.be.accessible();
  });

  it('turns the camera off and sends a smaller picture', async () => {
    const call = weak();
    const element = await openWith(call, 'loss-up');
    expect(actions(element)).to.deep.equal(['cameraOff', 'lowerQuality']);
    find(element, '[data-action="lowerQuality"]').click();
    await waitUntil(() => find(element, '.outcome').textContent.includes('Done'));
    find(element, '[data-action="cameraOff"]').click();
    const asked = call.calls.map(({ intent, args }) => `${intent}(${args.join()})`);
    expect(asked).to.include.members(['setVideoQuality(medium)', 'setCamera(false)']);
  });

  it('offers only what can be done now', async () => {
    const call = weak();
    const element = await openWith(call, 'loss-up');
    call.patch({ options: { ...call.state.options, videoQuality: 'low' } });
    await nextFrame();
    await element.updateComplete;
    expect(actions(element)).to.deep.equal(['cameraOff']);
    call.patch({ camera: 'off' });
    await nextFrame();
    await element.updateComplete;
    expect(actions(element)).to.deep.equal([]);
  });

  it('opens the settings where the call is shown with its panels, and closes itself', async () => {
    const call = weak();
    const owner = document.createElement('div');
    callOwners.set(call, owner);
    const element = await openWith(call, 'camera-in-use');
    expect(actions(element)).to.deep.equal(['settings']);
    setTimeout(() => {
      find(element, '[data-action="settings"]').click();
    });
    expect((await oneEvent(owner, 'nex-panel-toggle')).detail).to.deep.equal({ panel: 'settings', isOpen: true });
    expect(element.open).to.equal(false);
  });

  it('says when it did not work', async () => {
    const call = weak();
    call.failWith('setCamera', new Error('no'));
    const element = await openWith(call, 'loss-up');
    find(element, '[data-action="cameraOff"]').click();
    await waitUntil(() => find(element, '.outcome').textContent.includes('did not work'));
  });

  it('goes by the levels when no report can be made', async () => {
    const call = weak();
    call.diagnostics = () => Promise.reject(new Error('no'));
    const holder = await fixture<HTMLElement>(html`<main><nex-quality .call=${call} open></nex-quality></main>`);
    const element = holder.querySelector('nex-quality')!;
    await waitUntil(() => find(element, '.advice-line')?.textContent?.includes('Your connection is weak'));
  });
});
