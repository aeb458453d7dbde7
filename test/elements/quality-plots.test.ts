import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../elements/nex-quality.js';
import type { NexQuality } from '../../elements/quality/nex-quality.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

async function makeQuality(): Promise<{ element: NexQuality; call: FakeCall }> {
  const call = createFakeCall({
    participants: [fakeParticipant({ id: 'a', name: 'Somebody' }), fakeParticipant({ id: 'b', name: '' })],
    quality: { level: 'good', score: 80 },
  });
  const holder = await fixture<HTMLElement>(html`<main><nex-quality .call=${call}></nex-quality></main>`);
  return { element: holder.querySelector('nex-quality')!, call };
}

const find = (element: NexQuality, selector: string): HTMLElement => element.shadowRoot?.querySelector(selector) as HTMLElement;
const stats = (rtt: number | null) => ({ rtt, jitter: 4.4, packetLoss: 0.25, bandwidth: 1_840_000, timestamp: 0 });

describe('the plots of <nex-quality>', () => {
  const unfold = async (element: NexQuality): Promise<void> => {
    element.open = true;
    await waitUntil(() => find(element, '.over-time'), 'panel');
    find(element, '.over-time summary').click();
    await waitUntil(() => element.shadowRoot?.querySelectorAll('canvas').length === 6, 'plots', { timeout: 8000 });
  };
  const inked = (canvas: HTMLCanvasElement): boolean => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    // Lines are drawn in colour, the grid is grey.
    for (let at = 0; at < data.length; at += 4)
      if (data[at + 3]! > 200 && Math.max(data[at]!, data[at + 1]!, data[at + 2]!) - Math.min(data[at]!, data[at + 1]!, data[at + 2]!) > 60)
        return true;
    return false;
  };
  const canvas = (element: NexQuality, index: number): HTMLCanvasElement =>
    [...(element.shadowRoot?.querySelectorAll('canvas') ?? [])][index]!;

  it('are drawn of what was measured before they were opened, and go on', async () => {
    const { element, call } = await makeQuality();
    let bytes = 0;
    call.getStats = () => {
      bytes += 100_000;
      const report = new Map([
        ['i', { id: 'i', type: 'inbound-rtp', timestamp: performance.now(), bytesReceived: bytes, frameHeight: 480, framesPerSecond: 30 }],
      ]);
      return Promise.resolve(new Map([['a', report as RTCStatsReport]]));
    };
    for (let step = 0; step < 4; step += 1) {
      call.emit('stats-updated', { participantId: 'a', stats: stats(40 + step * 10) });
      await aTimeout(1100);
    }
    await unfold(element);
    await waitUntil(() => inked(canvas(element, 0)), 'a line of the delay', { timeout: 4000 });
    expect(inked(canvas(element, 2)), 'a line of the jitter').to.be.true;
    const plot = find(element, '.canvas');
    expect(plot.getAttribute('role')).to.equal('img');
    expect(plot.getAttribute('aria-label')).to.equal('Delay: now 70 ms, at worst 70 ms in the last minutes');
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(rows[0]).to.deep.equal(['Delay', '70 ms', '55 ms', '70 ms']);
    expect(rows.length).to.equal(9);
    await waitUntil(() => element.shadowRoot?.querySelectorAll('tbody tr')[5]?.children[1]?.textContent === '480 px', 'height', {
      timeout: 8000,
    });
    await expect(element).to.be.accessible();
  });

  it('can be of one participant', async () => {
    const { element, call } = await makeQuality();
    await unfold(element);
    const emit = (participantId: string, rtt: number): void => {
      call.emit('stats-updated', { participantId, stats: stats(rtt) });
    };
    emit('a', 30);
    emit('b', 90);
    const now = (): string => element.shadowRoot?.querySelector('tbody td')?.textContent?.trim() ?? '';
    await waitUntil(() => now() === '90 ms', 'the worst of all', { timeout: 4000 });
    const select = find(element, '.plots select') as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['Everybody', 'Somebody', 'Guest']);
    select.value = 'a';
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => now() === '30 ms', 'of the one', { timeout: 4000 });
  });

  it('ask for statistics only while they are seen', async () => {
    const { element, call } = await makeQuality();
    const asked = (): number => call.calls.filter(({ intent }) => intent === 'getStats').length;
    element.open = true;
    await waitUntil(() => find(element, '.over-time'), 'panel');
    expect(asked()).to.equal(0);
    await unfold(element);
    await waitUntil(() => asked() >= 1);
    element.open = false;
    await element.updateComplete;
    const before = asked();
    await aTimeout(2300);
    expect(asked()).to.equal(before);
  });
});
