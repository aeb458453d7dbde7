import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-tile.js';
import type { NexVideoTile } from '../../elements/video-tile/nex-video-tile.js';
import type { Participant } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeVideoStream } from '../support/fake-video-stream.js';

async function makeTile(participant: Participant): Promise<{ tile: NexVideoTile; call: FakeCall }> {
  const call = createFakeCall(participant.isLocal ? { self: participant, participants: [fakeParticipant()] } : { participants: [participant] });
  const holder = await fixture<HTMLElement>(html`<main><nex-video-tile .call=${call} participant-id=${participant.id}></nex-video-tile></main>`);
  const tile = holder.querySelector('nex-video-tile') as NexVideoTile;
  tile.style.setProperty('inline-size', '400px');
  await waitUntil(() => part(tile, '.more'), 'the late part did not come', { timeout: 8000 });
  return { tile, call };
}

const part = (tile: NexVideoTile, selector: string): HTMLElement | null => tile.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const label = (tile: NexVideoTile): string => part(tile, '.tile')?.getAttribute('aria-label') ?? '';
const press = (target: Element | null | undefined, key: string): void => {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
};

function countUpdates(tile: NexVideoTile): () => number {
  let count = 0;
  const original = tile.requestUpdate.bind(tile);
  tile.requestUpdate = (...args: Parameters<typeof original>) => {
    count += 1;
    original(...args);
  };
  return () => count;
}

describe('marks, reactions and zoom of <nex-video-tile>', () => {
  it('shows and says a raised hand with its place, pinned and in the spotlight', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', name: 'Somebody', hand: true, handRaisedAt: 20 }));
    expect(part(tile, '.hand')).to.exist;
    expect(part(tile, '.place')).to.be.null;
    expect(label(tile)).to.contain('hand raised');
    call.patch({ participants: [...call.state.participants, fakeParticipant({ id: 'b', hand: true, handRaisedAt: 10 })], spotlightId: 'a', pinned: ['a'] });
    await waitUntil(() => part(tile, '.place')?.textContent === '2');
    expect(label(tile)).to.equal('Somebody, microphone on, camera off, pinned, hand raised, number 2 in line, in the spotlight, Connection: Excellent');
    expect(part(tile, '.spot')).to.exist;
    expect(part(tile, '.mark.pinned')).to.exist;
    expect(part(tile, '.marks')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('lets the reactions of its participant rise for two seconds without rendering, and hides them from screen readers', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a' }));
    const updates = countUpdates(tile);
    call.emit('reaction-received', { participantId: 'b', emoji: '👍' });
    expect(part(tile, '.reaction')).to.be.null;
    call.emit('reaction-received', { participantId: 'a', emoji: '🎉' });
    expect(part(tile, '.reaction')?.textContent).to.equal('🎉');
    expect(part(tile, '.reactions')?.getAttribute('aria-hidden')).to.equal('true');
    expect(updates()).to.equal(0);
    await aTimeout(2200);
    expect(part(tile, '.reaction')).to.be.null;
  });

  it('shows at most six reactions at once', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a' }));
    for (let count = 0; count < 30; count += 1) call.emit('reaction-received', { participantId: 'a', emoji: '👏' });
    expect(tile.shadowRoot?.querySelectorAll('.reaction')).to.have.length(6);
  });

  it('zooms by +, -, 0 and arrow keys, by wheel with Ctrl, and by double click', async () => {
    const { tile } = await makeTile(fakeParticipant({ id: 'a', camera: 'on', cameraStream: fakeVideoStream(10) }));
    const box = part(tile, '.tile') as HTMLElement;
    const scale = (): number => Number(box.style.getPropertyValue('--_zoom') || 1);
    tile.focus();
    press(box, '+');
    press(box, '+');
    expect(scale()).to.be.closeTo(1.69, 0.01);
    press(box, 'ArrowRight');
    expect(Number.parseFloat(box.style.getPropertyValue('--_pan'))).to.be.below(0);
    await waitUntil(() => part(tile, '.zoom-out'));
    expect(label(tile)).to.contain('zoomed to 169 %');
    await expect(tile).to.be.accessible();
    part(tile, '.zoom-out')?.click();
    expect(scale()).to.be.closeTo(1.3, 0.01);
    (part(tile, '.zoom-reset') as HTMLElement).focus();
    part(tile, '.zoom-reset')?.click();
    expect(scale()).to.equal(1);
    await waitUntil(() => tile.shadowRoot?.activeElement === box, 'the focus went with the buttons');
    const wheel = (init: WheelEventInit): WheelEvent => {
      const event = new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, ...init });
      box.dispatchEvent(event);
      return event;
    };
    expect(wheel({ deltaY: -100 }).defaultPrevented, 'the page scrolls').to.be.false;
    expect(wheel({ deltaY: -100, ctrlKey: true }).defaultPrevented).to.be.true;
    expect(scale()).to.be.above(1.2);
    press(box, 'Escape');
    expect(scale()).to.equal(1);
    box.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    expect(scale()).to.equal(2.5);
  });
});
