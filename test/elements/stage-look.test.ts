import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-call.js';
import '../../elements/nex-video-tile.js';
import { VideoPicture } from '../../elements/video-tile/video-picture.js';
import type { NexVideoTile } from '../../elements/video-tile/nex-video-tile.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeVideoStream } from '../support/fake-video-stream.js';

const TIMEOUT = { timeout: 20_000 };

async function makeCall(patch: Partial<CallState>, width: number, height: number): Promise<HTMLElement> {
  const call = createFakeCall({
    status: 'connected',
    room: 'team-standup',
    participants: [fakeParticipant({ id: 'p1', name: 'Reception' })],
    ...patch,
  });
  const holder = await fixture<HTMLElement>(html`<main><nex-call .call=${call}></nex-call></main>`);
  const element = holder.querySelector('nex-call') as HTMLElement;
  element.style.cssText = `inline-size: ${width}px; block-size: ${height}px`;
  await waitUntil(() => inTile(element, 'p1', '.more'), 'the late parts did not come', TIMEOUT);
  for (let frame = 0; frame < 4; frame += 1) await nextFrame();
  return element;
}

const inTile = (element: HTMLElement, id: string, selector: string): HTMLElement | null =>
  element.shadowRoot
    ?.querySelector('nex-video-grid')
    ?.shadowRoot?.querySelector(`[data-key="${id}:camera"]`)
    ?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const isOver = (a: DOMRect, b: DOMRect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

async function makeTile(self: Partial<Parameters<typeof fakeParticipant>[0]>, patch: Partial<CallState>): Promise<NexVideoTile> {
  const call = createFakeCall({
    self: fakeParticipant({ id: 'self', name: 'Front desk', isLocal: true, ...self }),
    participants: [fakeParticipant()],
    ...patch,
  });
  const holder = await fixture<HTMLElement>(html`<main><nex-video-tile .call=${call} participant-id="self"></nex-video-tile></main>`);
  const tile = holder.querySelector('nex-video-tile') as NexVideoTile;
  tile.style.setProperty('inline-size', '400px');
  await waitUntil(() => tile.shadowRoot?.querySelector('.more'), 'the late part did not come', TIMEOUT);
  return tile;
}

describe('the look of the stage', () => {
  it('names what takes the focus when the call begins after the room', async () => {
    const element = await makeCall({}, 900, 600);
    const view = element.shadowRoot?.querySelector('[data-view-focus]');
    expect([view?.getAttribute('role'), view?.getAttribute('aria-label')]).to.deep.equal(['group', 'team-standup']);
  });

  it('puts the quality at the end of a phone with two people, clear of the buttons of the large tile', async () => {
    const element = await makeCall({}, 390, 780);
    const chip = (element.shadowRoot?.querySelector('nex-quality') as HTMLElement).getBoundingClientRect();
    const box = element.getBoundingClientRect();
    expect(box.right - chip.right).to.be.within(0, 16);
    const actions = (inTile(element, 'p1', '.actions') as HTMLElement).getBoundingClientRect();
    expect(actions.width).to.be.above(20);
    expect(isOver(actions, chip)).to.be.false;
  });

  it('puts the banner between the room and the quality where it is wide, over no tile', async () => {
    const element = await makeCall(
      { status: 'reconnecting', participants: [fakeParticipant({ id: 'p1' }), fakeParticipant({ id: 'p2' })] },
      1200,
      700,
    );
    const status = element.shadowRoot?.querySelector('nex-status');
    await waitUntil(() => status?.shadowRoot?.querySelector('.banner'));
    const banner = (status?.shadowRoot?.querySelector('.banner') as HTMLElement).getBoundingClientRect();
    for (const id of ['p1', 'p2'])
      expect(isOver(banner, (inTile(element, id, '.tile') as HTMLElement).getBoundingClientRect()), id).to.be.false;
    for (const selector of ['.room', 'nex-quality'])
      expect(isOver(banner, (element.shadowRoot?.querySelector(selector) as HTMLElement).getBoundingClientRect()), selector).to.be.false;
  });

  it('keeps the banner to one line in 240 × 180', async () => {
    const element = await makeCall({ status: 'reconnecting' }, 240, 180);
    const status = element.shadowRoot?.querySelector('nex-status');
    await waitUntil(() => status?.shadowRoot?.querySelector('.banner'));
    expect((status?.shadowRoot?.querySelector('.banner') as HTMLElement).offsetHeight).to.be.at.most(30);
  });

  it('has a raised hand in the pill of the name, where no header lies over it', async () => {
    const element = await makeCall(
      { participants: [fakeParticipant({ id: 'p1', name: 'Reception', hand: true, handRaisedAt: 5 })] },
      390,
      780,
    );
    const hand = inTile(element, 'p1', '.pill .hand');
    expect(hand).to.exist;
    const header = (element.shadowRoot?.querySelector('.header') as HTMLElement).getBoundingClientRect();
    expect(isOver((hand as HTMLElement).getBoundingClientRect(), header)).to.be.false;
  });

  it('says on the own tile that the call reconnects, and leaves the own picture bright', async () => {
    const tile = await makeTile({ camera: 'on', cameraStream: fakeVideoStream(200) }, { status: 'reconnecting' });
    expect(tile.shadowRoot?.querySelector('.pill .spinner')).to.exist;
    expect(tile.shadowRoot?.querySelector('.pill .note')?.textContent).to.equal('Reconnecting…');
    expect(tile.shadowRoot?.querySelector('.tile')?.getAttribute('aria-label')).to.contain('Reconnecting…');
    expect(tile.shadowRoot?.querySelector('.dimmed')).to.be.null;
    const calm = await makeTile({}, { status: 'connected' });
    expect(calm.shadowRoot?.querySelector('.pill .spinner')).to.be.null;
  });

  it('cuts the sides of a wide picture for an upright box, never the face of an upright one, and no screen', async () => {
    const isWhole = async (
      from: readonly [number, number],
      into: readonly [number, number],
      source: 'camera' | 'screen' = 'camera',
    ): Promise<boolean> => {
      const video = document.createElement('video');
      video.style.cssText = `inline-size: ${into[0]}px; block-size: ${into[1]}px`;
      document.body.append(video);
      const picture = new VideoPicture(video);
      picture.show(fakeVideoStream(10, '', ...from), true);
      await waitUntil(() => video.videoWidth === from[0], 'no picture came', TIMEOUT);
      picture.fit(source);
      const result = video.classList.contains('whole');
      video.remove();
      return result;
    };
    expect(await isWhole([640, 360], [370, 750])).to.be.false;
    expect(await isWhole([640, 360], [100, 750])).to.be.true;
    expect(await isWhole([360, 640], [640, 360])).to.be.true;
    expect(await isWhole([480, 640], [640, 480])).to.be.false;
    expect(await isWhole([640, 360], [370, 750], 'screen')).to.be.true;
  });
});
