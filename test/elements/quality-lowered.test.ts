import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-quality.js';
import type { NexQuality } from '../../elements/quality/nex-quality.js';
import type { Adaptation, CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

const LONG = { timeout: 20_000 };

const find = (element: NexQuality, selector: string): HTMLElement | null => element.shadowRoot!.querySelector<HTMLElement>(selector);
const texts = (element: NexQuality, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, ' ').trim());
const asked = (call: FakeCall): string[] =>
  call.calls.filter(({ intent }) => intent.startsWith('set')).map(({ intent, args }) => `${intent}(${args.join()})`);

function inCall(patch: Partial<CallState> = {}): FakeCall {
  return createFakeCall({
    status: 'connected',
    camera: 'on',
    quality: { level: 'good', score: 70 },
    participants: [fakeParticipant({ id: 'a', name: 'Ana', quality: { level: 'good', score: 70 } })],
    ...patch,
  });
}

async function show(call: FakeCall): Promise<NexQuality> {
  const holder = await fixture<HTMLElement>(html`<main><nex-quality .call=${call} open></nex-quality></main>`);
  const element = holder.querySelector('nex-quality')!;
  await waitUntil(() => find(element, '.report'), 'panel', LONG);
  return element;
}

async function lower(call: FakeCall, element: NexQuality, ...steps: Adaptation['steps'][number][]): Promise<void> {
  call.patch({ adaptation: { ...call.state.adaptation, steps } });
  await nextFrame();
  await element.updateComplete;
}

describe('what was lowered, in the panel of <nex-quality>', () => {
  it('is not there while nothing is, and says what and why when something is', async () => {
    const call = inCall();
    const element = await show(call);
    expect(find(element, '.lowered')).to.equal(null);
    await lower(
      call,
      element,
      { source: 'camera', to: '360p', reason: 'network' },
      { source: 'screen', to: '5fps', reason: 'battery' },
      { source: 'microphone', to: 'low', reason: 'limit' },
    );
    expect(texts(element, '.lowered li')).to.deep.equal([
      'Your picture: 360p, because the network is slow',
      'Your screen: 5 pictures a second, because the battery is low',
      'Your sound: low quality, because of the limit that is set',
    ]);
    await expect(element).to.be.accessible();
    await lower(call, element);
    expect(find(element, '.lowered')).to.equal(null);
  });

  it('is undone by hand: each thing once', async () => {
    const call = inCall();
    const element = await show(call);
    await lower(
      call,
      element,
      { source: 'camera', to: '360p', reason: 'network' },
      { source: 'camera', to: '360p', reason: 'processor' },
      { source: 'microphone', to: 'low', reason: 'network' },
      { source: 'screen', to: '5fps', reason: 'limit' },
    );
    expect(texts(element, '.lowered button')).to.deep.equal(['Send the best picture', 'Send the best sound', 'Remove the limit']);
    for (const button of element.shadowRoot!.querySelectorAll<HTMLElement>('.lowered button')) button.click();
    expect(asked(call)).to.deep.equal(['setVideoQuality(high)', 'setAudioQuality(high)', 'setBandwidthLimit()']);
  });

  it('is left to the call again when it was chosen, and cannot be undone when nobody looks', async () => {
    const call = inCall();
    const element = await show(call);
    await lower(call, element, { source: 'camera', to: 'off', reason: 'unseen' });
    expect(texts(element, '.lowered li')).to.deep.equal(['Your picture: not sent, because nobody looks at it now']);
    expect(find(element, '.lowered button')).to.equal(null);
    await lower(call, element, { source: 'camera', to: '480p', reason: 'chosen' });
    find(element, '.lowered button')!.click();
    expect(asked(call)).to.deep.equal(['setVideoQuality(auto)']);
  });

  it('says so when it could not be undone', async () => {
    const call = inCall();
    const element = await show(call);
    call.failWith('setVideoQuality', new Error('no'));
    await lower(call, element, { source: 'camera', to: '360p', reason: 'network' });
    find(element, '.lowered button')!.click();
    await waitUntil(() => texts(element, '.lowered .outcome')[0] === 'That did not work. Try again.', 'failed', LONG);
  });

  it('says politely that only sound is sent, and that the picture is back, once', async () => {
    const call = inCall();
    const element = await show(call);
    const notice = find(element, '.pictures')!;
    expect(notice.getAttribute('role')).to.equal('status');
    expect(notice.textContent.trim()).to.equal('');
    await lower(call, element, { source: 'camera', to: 'off', reason: 'network' });
    expect(notice.textContent).to.contain('Only your sound is sent');
    expect(find(element, '.lowered li'), 'it is said once').to.equal(null);
    expect(texts(element, '.lowered button')).to.deep.equal(['Send the best picture']);
    await expect(element).to.be.accessible();
    await lower(call, element, { source: 'camera', to: '180p', reason: 'network' });
    expect(notice.textContent).to.equal('Your picture is sent again.');
    element.open = false;
    await element.updateComplete;
    element.open = true;
    await element.updateComplete;
    await nextFrame();
    await element.updateComplete;
    expect(texts(element, '.pictures')).to.deep.equal(['']);
  });

  it('is no notice while a screen is sent, or while the camera was turned off', async () => {
    const call = inCall({ screen: 'on' });
    const element = await show(call);
    await lower(call, element, { source: 'camera', to: 'off', reason: 'network' });
    expect(texts(element, '.pictures')).to.deep.equal(['']);
    call.patch({ screen: 'off', camera: 'off' });
    await lower(call, element);
    expect(texts(element, '.pictures')).to.deep.equal(['']);
  });
});

describe('why a connection is bad, in the panel of <nex-quality>', () => {
  const poor = (cause: 'network-up' | 'network-down' | 'processor' | 'remote' | 'unknown'): Partial<CallState> => ({
    quality: { level: 'poor', score: 30, cause },
    participants: [
      fakeParticipant({ id: 'a', name: 'Ana', quality: { level: 'poor', score: 30, cause } }),
      fakeParticipant({ id: 'b', name: 'Bo', quality: { level: 'good', score: 70 } }),
    ],
  });
  const WORDS = {
    'network-up': ['What you send does not get through well.', 'What you send does not get through well. Moving closer'],
    'network-down': ['What you receive does not get through well.', 'What you receive does not get through well. Moving closer'],
    processor: ['This device is too busy.', 'This device is too busy to send'],
    remote: ['The trouble is on the other side.', 'Only the connection to Ana is weak'],
  } as const;

  for (const cause of ['network-up', 'network-down', 'processor', 'remote'] as const)
    it(`is said in the row and by the coach: ${cause}`, async () => {
      const call = inCall();
      const element = await show(call);
      expect(find(element, '.cause')).to.equal(null);
      call.patch(poor(cause));
      await waitUntil(() => texts(element, '.cause')[0] === WORDS[cause][0], 'row', LONG);
      expect(texts(element, '.cause').length).to.equal(1);
      expect(texts(element, '.advice-line')[0]).to.contain(WORDS[cause][1]);
      await expect(element).to.be.accessible();
    });

  it('follows when only the reason changes, and is guessed by the coach while it is not known', async () => {
    const call = inCall(poor('network-up'));
    const element = await show(call);
    call.patch(poor('unknown'));
    await waitUntil(() => find(element, '.cause') === null, 'no cause', LONG);
    expect(texts(element, '.advice-line')[0]).to.contain('Only the connection to Ana is weak');
  });
});
