import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-quality.js';
import type { NexQuality } from '../../elements/quality/nex-quality.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

const LONG = { timeout: 20_000 };

const find = (element: NexQuality, selector: string): HTMLElement | null => element.shadowRoot!.querySelector<HTMLElement>(selector);
const texts = (element: NexQuality, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, ' ').trim());
async function show(call: FakeCall): Promise<NexQuality> {
  const holder = await fixture<HTMLElement>(html`<main><nex-quality .call=${call} open></nex-quality></main>`);
  const element = holder.querySelector('nex-quality')!;
  await waitUntil(() => find(element, '.report'), 'panel', LONG);
  return element;
}

function inCall(): FakeCall {
  return createFakeCall({
    status: 'connected',
    camera: 'on',
    quality: { level: 'good', score: 70 },
    participants: [fakeParticipant({ id: 'a', name: 'Ana', quality: { level: 'good', score: 70 } })],
  });
}

describe('what is to be expected, in the panel of <nex-quality>', () => {
  const tell = (call: FakeCall, rtts: readonly number[]): void => {
    const start = Date.now() - rtts.length * 2000;
    for (const [index, rtt] of rtts.entries())
      call.emit('stats-updated', {
        participantId: 'a',
        stats: { rtt, jitter: 8, packetLoss: 0, bandwidth: 900_000, timestamp: start + index * 2000 },
      });
  };
  const later = async (call: FakeCall, rtts: readonly number[]): Promise<NexQuality> => {
    const element = await show(call);
    element.open = false;
    await element.updateComplete;
    tell(call, rtts);
    element.open = true;
    await element.updateComplete;
    await nextFrame();
    element.requestUpdate();
    await element.updateComplete;
    return element;
  };

  it('is one line when it is likely to get worse', async () => {
    const element = await later(inCall(), [40, 42, 40, 41, 40, 42, 60, 75, 92, 110, 130, 155]);
    await waitUntil(() => find(element, '.forecast'), 'forecast', LONG);
    expect(texts(element, '.forecast')[0]).to.match(/^Likely to get worse in the next minute\. \S/);
    await expect(element).to.be.accessible();
  });

  it('is nothing while all is steady', async () => {
    const element = await later(inCall(), [60, 62, 60, 61, 60, 62, 60, 61, 60, 61, 62, 60]);
    expect(find(element, '.forecast')).to.equal(null);
  });

  it('is a plan of what would fit, measured only while it is shown', async () => {
    const call = inCall();
    let second = 0;
    call.getStats = () => {
      second += 1;
      const stats = [
        { id: 't', type: 'transport', timestamp: second * 1000, selectedCandidatePairId: 'p' },
        { id: 'p', type: 'candidate-pair', timestamp: second * 1000, availableOutgoingBitrate: 500_000, bytesSent: second * 50_000 },
        { id: 'o', type: 'outbound-rtp', kind: 'video', timestamp: second * 1000, bytesSent: second * 50_000, packetsSent: second * 50 },
      ];
      return Promise.resolve(new Map([['a', new Map(stats.map((stat) => [stat.id, stat])) as RTCStatsReport]]));
    };
    const element = await show(call);
    find(element, '.plan summary')!.click();
    await waitUntil(() => texts(element, '.plan .calm')[0] === 'Not enough is known yet.', 'unknown', LONG);
    await waitUntil(() => find(element, '.plan dl'), 'plan', LONG);
    expect(texts(element, '.plan dd')[0]).to.equal('400 kbit/s');
    expect(texts(element, '.plan li').join()).to.match(/Your picture: \d+p, saves [\d.]+ [kM]bit\/s/);
    expect(texts(element, '.plan > .calm')[0]).to.match(/^Then you send: Your picture: \d+p and Your sound: \w+ quality$/);
    await expect(element).to.be.accessible();
    element.open = false;
    await element.updateComplete;
    const before = second;
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(second).to.equal(before);
  });
});
