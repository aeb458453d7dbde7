import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-quality.js';
import type { NexQuality } from '../../elements/quality/nex-quality.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeReport } from '../support/fake-report.js';

async function makeQuality(
  options: { participantId?: string; isMeasured?: boolean; isAlone?: boolean } = {},
): Promise<{ element: NexQuality; call: FakeCall }> {
  const call = createFakeCall({
    participants: options.isAlone
      ? []
      : [
          fakeParticipant({ id: 'a', name: 'Somebody', quality: { level: 'poor', score: 30 } }),
          fakeParticipant({ id: 'b', quality: null }),
        ],
    quality: options.isMeasured === false ? null : { level: 'good', score: 80 },
  });
  const holder = await fixture<HTMLElement>(
    html`<main><nex-quality .call=${call} participant-id=${options.participantId ?? ''}></nex-quality></main>`,
  );
  return { element: holder.querySelector('nex-quality') as NexQuality, call };
}

const find = (element: NexQuality, selector: string): HTMLElement => element.shadowRoot?.querySelector(selector) as HTMLElement;
const stats = (rtt: number | null) => ({ rtt, jitter: 4.4, packetLoss: 0.25, bandwidth: 1_840_000, timestamp: 0 });

describe('<nex-quality>', () => {
  it('says the level of the call in words, or that it is being measured', async () => {
    const { element } = await makeQuality();
    expect(find(element, '.indicator').textContent?.trim()).to.equal('Good');
    expect(find(element, '.indicator').getAttribute('aria-label')).to.equal('Connection: Good');
    const { element: early } = await makeQuality({ isMeasured: false });
    expect(find(early, '.indicator').textContent?.trim()).to.equal('Measuring…');
    await expect(element).to.be.accessible();
  });

  it('says the level of the one participant it is for', async () => {
    const { element } = await makeQuality({ participantId: 'a' });
    expect(find(element, '.indicator').getAttribute('aria-label')).to.equal('Connection of Somebody: Poor');
  });

  it('opens by a click, takes the focus, and gives it back on Escape', async () => {
    const { element } = await makeQuality();
    find(element, '.indicator').click();
    await element.updateComplete;
    expect(element.hasAttribute('open')).to.be.true;
    expect(find(element, '.panel').matches(':popover-open')).to.be.true;
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '.panel'));
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.open).to.be.false;
    expect(find(element, '.panel').matches(':popover-open')).to.be.false;
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '.indicator'));
  });

  it('keeps a name beside its bars, whichever way it is written', async () => {
    const { element, call } = await makeQuality();
    call.patch({ participants: [fakeParticipant({ id: 'a', name: 'مكتب' })] });
    element.open = true;
    await waitUntil(() => find(element, '.who bdi')?.textContent === 'مكتب');
    const range = document.createRange();
    range.selectNodeContents(find(element, '.who bdi'));
    const bars = find(element, '.who .bars').getBoundingClientRect();
    expect(range.getBoundingClientRect().left - bars.right).to.be.within(0, 16);
  });

  it('shows numbers of each participant as they come, a dash for the unknown, and “measuring” before', async () => {
    const { element, call } = await makeQuality();
    element.open = true;
    await element.updateComplete;
    await waitUntil(() => find(element, '.calm'));
    expect(find(element, '.calm').textContent).to.equal('Measuring…');
    call.emit('stats-updated', { participantId: 'a', stats: stats(null) });
    await waitUntil(() => find(element, 'dl'), 'numbers', { timeout: 3000 });
    const values = [...(element.shadowRoot?.querySelectorAll('dd') ?? [])].map((value) => value.textContent?.trim());
    expect(values).to.deep.equal(['–not known yet', '4 ms', '0.3 %', '1.8 Mbit/s']);
    await expect(element).to.be.accessible();
  });

  it('changes its numbers at most once a second, to the newest', async () => {
    const { element, call } = await makeQuality();
    element.open = true;
    await waitUntil(() => find(element, '.calm'));
    const seen = new Set<string>();
    const observer = new MutationObserver(() => seen.add(find(element, 'dd')?.textContent?.trim() ?? ''));
    observer.observe(element.shadowRoot as Node, { childList: true, characterData: true, subtree: true });
    for (let step = 1; step <= 15; step += 1) {
      call.emit('stats-updated', { participantId: 'a', stats: stats(step) });
      await aTimeout(100);
    }
    observer.disconnect();
    seen.delete('');
    expect(seen.size).to.be.within(1, 2);
    await waitUntil(() => find(element, 'dd').textContent?.trim() === '15 ms', 'newest', { timeout: 2000 });
  });

  it('does not render for statistics while its panel is closed', async () => {
    const { element, call } = await makeQuality();
    await nextFrame();
    let updates = 0;
    element.requestUpdate = () => {
      updates += 1;
    };
    call.emit('stats-updated', { participantId: 'a', stats: stats(9) });
    await aTimeout(60);
    expect(updates).to.equal(0);
  });

  it('says kindly that there is nobody to measure', async () => {
    const { element } = await makeQuality({ isAlone: true });
    element.open = true;
    await element.updateComplete;
    await waitUntil(() => find(element, '.calm'));
    expect(find(element, '.calm').textContent).to.contain('Nobody to measure yet');
  });

  describe('its report', () => {
    /** What was handed to the browser's downloads, and which of the URLs made for that still work. */
    function catchDownloads(): { files: { name: string; text: Promise<string> }[]; restore: () => void } {
      const files: { name: string; text: Promise<string> }[] = [];
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      let last: Blob | undefined;
      URL.createObjectURL = (blob: Blob) => {
        last = blob;
        return createObjectURL.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function () {
        if (last) files.push({ name: this.download, text: last.text() });
      };
      return {
        files,
        restore: () => {
          URL.createObjectURL = createObjectURL;
          HTMLAnchorElement.prototype.click = click;
        },
      };
    }
    const openPanel = async (): Promise<{ element: NexQuality; call: FakeCall; button: HTMLElement }> => {
      const { element, call } = await makeQuality();
      element.open = true;
      await waitUntil(() => find(element, '.report .button'));
      return { element, call, button: find(element, '.report .button') };
    };

    it('is saved as one JSON file, and says so politely', async () => {
      const { element, call, button } = await openPanel();
      const downloads = catchDownloads();
      const asked = (): number => call.calls.filter(({ intent }) => intent === 'diagnostics').length;
      const before = asked();
      try {
        expect(button.textContent?.trim()).to.equal('Download report');
        button.click();
        await waitUntil(() => downloads.files.length === 1);
        await element.updateComplete;
        expect(asked() - before).to.equal(1);
        const [file] = downloads.files;
        expect(file?.name).to.equal('nexrtc-report-2026-01-02T03-04-05Z.json');
        expect(JSON.parse((await file?.text) ?? '')).to.include({ format: 'nexrtc-report/1', createdAtText: '2026-01-02T03:04:05.000Z' });
        expect(find(element, '.report [role=status]').textContent?.trim()).to.equal('Report downloaded');
        await expect(element).to.be.accessible();
      } finally {
        downloads.restore();
      }
    });

    it('shows what it recommends, and writes it into the file in words', async () => {
      const { element, call, button } = await openPanel();
      const downloads = catchDownloads();
      call.diagnostics = () =>
        Promise.resolve(
          fakeReport({ recommendations: [{ code: 'relay-over-tcp', severity: 'warning', textKey: 'advice/relay-over-tcp' }] }),
        );
      try {
        button.click();
        await waitUntil(() => find(element, '.advice li'));
        expect(find(element, '.advice li').textContent).to.match(/^Your network blocks direct connections/);
        expect(await downloads.files[0]?.text).to.contain('"text": "Your network blocks direct connections');
        await expect(element).to.be.accessible();
      } finally {
        downloads.restore();
      }
    });

    it('says when it could not be made, and can be asked for again', async () => {
      const { element, call, button } = await openPanel();
      const downloads = catchDownloads();
      try {
        call.failWith('diagnostics', new Error('no network'));
        button.click();
        await waitUntil(() => find(element, '.report [role=status]').textContent?.includes('could not be made'));
        call.failWith('diagnostics', null);
        button.click();
        await waitUntil(() => downloads.files.length === 1);
      } finally {
        downloads.restore();
      }
    });
  });

  it('lets go of the call when it is removed', async () => {
    const { element, call } = await makeQuality();
    element.remove();
    await nextFrame();
    expect(call.listenerCount).to.equal(0);
  });
});
