import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../elements/nex-call.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import { COPIED_MS } from '../../elements/shared/invite-link.js';
import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall } from '../support/fake-call.js';

const root = (el: Element): ShadowRoot => el.shadowRoot!;
const show = (call: ReturnType<typeof createFakeCall>): Promise<NexCall> =>
  fixture<NexCall>(html`<nex-call .call=${call} style="block-size: 600px"></nex-call>`);
/** Alone, with the invitation, which comes when the call stands. */
const showAlone = async (call: ReturnType<typeof createFakeCall>): Promise<NexCall> => {
  const el = await show(call);
  await waitUntil(() => root(el).querySelector('.link input'), 'the invitation is loaded', { timeout: 5000 });
  return el;
};

describe('nex-call, before and after the others', () => {
  it('shows why the call ended and rejoins', async () => {
    const call = createFakeCall({ status: 'ended', endReason: 'connection-lost' });
    const el = await show(call);
    expect(root(el).querySelector('h2')!.textContent).to.equal('The connection was lost');
    root(el).querySelector<HTMLButtonElement>('[data-action="rejoin"]')!.click();
    await aTimeout(0);
    expect(call.calls.map(({ intent }) => intent)).to.deep.equal(['join']);
  });

  it('says that the link was copied, for three seconds, also to screen readers', async () => {
    const written: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
    });
    try {
      const el = await showAlone(createFakeCall({ status: 'connected' }));
      const button = root(el).querySelector<HTMLElement>('[data-action="copy"]')!;
      const spoken = root(el).querySelector('.link [role="status"]')!;
      expect(spoken.textContent).to.equal('');
      button.click();
      await aTimeout(0);
      await el.updateComplete;
      expect(written).to.deep.equal([location.href]);
      expect([button.textContent.trim(), spoken.textContent]).to.deep.equal(['Link copied', 'Link copied']);
      await aTimeout(COPIED_MS + 100);
      expect([button.textContent.trim(), spoken.textContent]).to.deep.equal(['Copy link', '']);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  }).timeout(6000);

  it('says after the call how long it lasted, and saves a report', async () => {
    const call = createFakeCall({ status: 'connected' });
    const el = await showAlone(call);
    call.patch({ status: 'ended', endReason: 'left' });
    await waitUntil(() => root(el).querySelector('.lasted'), 'how long', { timeout: 5000 });
    expect(
      root(el)
        .querySelector('.lasted')!
        .textContent.replace(/[\u2068\u2069]/g, ''),
    ).to.match(/^You were in the call for \d+ seconds?\.$/);
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    try {
      root(el).querySelector<HTMLElement>('[data-action="report"]')!.click();
      await waitUntil(() => root(el).querySelector('.report-way [role="status"]')!.textContent.trim() === 'Report downloaded', 'saved');
      expect(saved).to.have.length(1);
      expect(saved[0]).to.match(/^nexrtc-report-.*\.json$/);
      call.failWith('diagnostics', new Error('x'));
      root(el).querySelector<HTMLElement>('[data-action="report"]')!.click();
      await waitUntil(() => root(el).querySelector('.report-way [role="status"]')!.textContent.includes('could not'), 'failed');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('says nothing of a duration where no call was', async () => {
    const el = await show(createFakeCall({ status: 'failed', error: new NexError('signaling/unreachable', 'x') }));
    await waitUntil(() => root(el).querySelector('[data-action="report"]'), 'the report is offered', { timeout: 5000 });
    expect(root(el).querySelector('.lasted')).to.not.exist;
    expect(root(el).querySelectorAll('[role="alert"]')).to.have.length(1);
    expect(root(el).querySelector('[role="alert"] button, [role="alert"] details'), 'only the words are said').to.not.exist;
  });

  it('goes back to the lobby from a call that is over, and can be stopped on the way in', async () => {
    const call = createFakeCall({ status: 'ended', endReason: 'left' });
    const el = await show(call);
    root(el).querySelector<HTMLElement>('[data-action="lobby"]')!.click();
    expect(call.calls.map(({ intent }) => intent)).to.deep.equal(['enterLobby']);
    const joining = createFakeCall({ status: 'joining' });
    const other = await show(joining);
    root(other).querySelector<HTMLElement>('[data-action="cancel"]')!.click();
    await aTimeout(0);
    expect(joining.calls.map(({ intent }) => intent)).to.deep.equal(['leave']);
  });

  it('draws the link as a QR code when asked, light around dark in every theme', async () => {
    const el = await showAlone(createFakeCall({ status: 'connected' }));
    el.theme = 'dark';
    const button = root(el).querySelector<HTMLElement>('[data-action="code"]')!;
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await waitUntil(() => root(el).querySelector('.code path'), 'drawn', { timeout: 5000 });
    const code = root(el).querySelector<HTMLElement>('.code')!;
    expect(code.getAttribute('role')).to.equal('img');
    expect(code.getAttribute('aria-label')).to.equal('QR code of the invite link');
    expect(root(el).querySelector('.code path')!.getAttribute('d')).to.match(/^M4 4h1v1h-1z/);
    expect(getComputedStyle(code).backgroundColor).to.equal('oklch(1 0 0)');
    await expect(el).to.be.accessible();
    button.click();
    await el.updateComplete;
    expect(root(el).querySelector('.code')).to.not.exist;
  });

  for (const status of ['ended', 'failed'] as const)
    it(`stands in the middle when ${status}`, async () => {
      const el = await show(createFakeCall({ status, endReason: 'left', error: new NexError('signaling/unreachable', 'x') }));
      const box = el.getBoundingClientRect();
      const notice = root(el).querySelector('.notice')!.getBoundingClientRect();
      expect(notice.top).to.equal(box.top);
      expect(notice.bottom).to.equal(box.bottom);
    });

  it('keeps the own picture off the invitation at 240 by 180', async () => {
    const el = await showAlone(createFakeCall({ status: 'connected' }));
    el.style.cssText = 'inline-size: 240px; block-size: 180px';
    await aTimeout(150);
    const grid = root(el).querySelector('nex-video-grid')!;
    const own = root(grid).querySelector('nex-video-tile')!.getBoundingClientRect();
    const copy = root(el).querySelector('[data-action="copy"]')!.getBoundingClientRect();
    expect(own.left >= copy.right || own.top >= copy.bottom).to.equal(true);
    expect(copy.bottom).to.be.below(el.getBoundingClientRect().bottom);
  });
});
