import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-tile.js';
import type { NexVideoTile } from '../../elements/video-tile/nex-video-tile.js';
import type { Participant } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeVideoStream } from '../support/fake-video-stream.js';

/** What a keyframe tells besides what moves, and what the compositor moves without the page. */
const TIMING = new Set(['offset', 'computedOffset', 'easing', 'composite']);
const COMPOSITED = new Set(['opacity', 'transform', 'translate', 'rotate', 'scale']);

async function makeTile(participant: Participant): Promise<{ tile: NexVideoTile; call: FakeCall }> {
  const call = createFakeCall(
    participant.isLocal ? { self: participant, participants: [fakeParticipant()] } : { participants: [participant] },
  );
  const holder = await fixture<HTMLElement>(
    html`<main>
      <nex-video-tile .call=${call} participant-id=${participant.id}></nex-video-tile>
    </main>`,
  );
  const tile = holder.querySelector('nex-video-tile') as NexVideoTile;
  tile.style.setProperty('inline-size', '400px');
  await waitUntil(() => part(tile, '.more'), 'the late part did not come', { timeout: 8000 });
  return { tile, call };
}

function part(tile: NexVideoTile, selector: string): HTMLElement | null {
  return tile.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

/** What arrives of a stream over a connection, which ends on both sides by `close`. */
async function connectedPair(sent: MediaStream): Promise<{ stream: MediaStream; close: () => void }> {
  const from = new RTCPeerConnection();
  const to = new RTCPeerConnection();
  from.onicecandidate = ({ candidate }) => void to.addIceCandidate(candidate ?? undefined);
  to.onicecandidate = ({ candidate }) => void from.addIceCandidate(candidate ?? undefined);
  for (const track of sent.getTracks()) from.addTrack(track, sent);
  const arrived = new Promise<MediaStream>((resolve) => {
    to.ontrack = ({ track }) => {
      resolve(new MediaStream([track]));
    };
  });
  await from.setLocalDescription();
  await to.setRemoteDescription(from.localDescription!);
  await to.setLocalDescription();
  await from.setRemoteDescription(to.localDescription!);
  const close = (): void => {
    for (const end of [to, from]) end.close();
  };
  return { stream: await arrived, close };
}

const label = (tile: NexVideoTile): string => part(tile, '.tile')?.getAttribute('aria-label') ?? '';

function countUpdates(tile: NexVideoTile): () => number {
  let count = 0;
  const original = tile.requestUpdate.bind(tile);
  tile.requestUpdate = (...args: Parameters<typeof original>) => {
    count += 1;
    original(...args);
  };
  return () => count;
}

describe('<nex-video-tile>', () => {
  it('is a group named by who, microphone, camera, speaking, pinned and connection', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', name: 'Somebody', microphone: 'off' }));
    expect(part(tile, '.tile')?.getAttribute('role')).to.equal('group');
    expect(label(tile)).to.equal('Somebody, muted, camera off, Connection: Excellent');
    call.patch({ participants: [fakeParticipant({ id: 'a', name: 'Somebody', speaking: true, isWeak: true })], pinned: ['a'] });
    await waitUntil(() => label(tile).includes('pinned'));
    expect(label(tile)).to.equal('Somebody, microphone on, camera off, pinned, Reconnecting…');
    call.patch({ participants: [fakeParticipant({ id: 'a', name: 'Somebody', speaking: true })] });
    await waitUntil(() => label(tile).includes('speaking'));
    expect(label(tile)).to.equal('Somebody, microphone on, camera off, speaking, pinned, Connection: Excellent');
  });

  it('says that somebody who was connected comes back, not that they join, whatever step their connection is at', async () => {
    const participant = fakeParticipant({ id: 'a', name: 'Somebody', connection: 'signaling' });
    const { tile, call } = await makeTile(participant);
    expect(label(tile)).to.contain('Connecting…');
    call.patch({ participants: [{ ...participant, connection: 'connected' }] });
    await waitUntil(() => !label(tile).includes('Connecting'));
    for (const connection of ['reconnecting', 'signaling', 'ice_gathering', 'ice_exchange', 'connecting'] as const) {
      call.patch({ participants: [{ ...participant, connection }] });
      await nextFrame();
      await tile.updateComplete;
      expect(label(tile), connection).to.contain('Reconnecting…');
      expect(part(tile, '.note')?.textContent, connection).to.equal('Reconnecting…');
      expect(part(tile, '.spinner'), connection).to.exist;
      expect(part(tile, '.name')?.textContent, connection).to.equal('Somebody');
      expect(part(tile, '.tile')?.classList.contains('dimmed'), connection).to.be.true;
    }
    call.patch({ participants: [{ ...participant, connection: 'connected' }] });
    await waitUntil(() => label(tile).includes('Connection: Excellent'));
    expect(part(tile, '.spinner')).to.be.null;
    call.patch({ participants: [fakeParticipant({ id: 'b', name: 'New', connection: 'signaling' })] });
    tile.participantId = 'b';
    await waitUntil(() => label(tile).includes('New'));
    expect(label(tile)).to.contain('Connecting…');
  });

  it('keeps the last frame, dimmed, when the connection is made anew, and fades to the new picture', async () => {
    const ends = await connectedPair(fakeVideoStream(90));
    const participant = fakeParticipant({ id: 'a', camera: 'on', cameraStream: ends.stream });
    const { tile, call } = await makeTile(participant);
    const video = part(tile, 'video') as HTMLVideoElement;
    await waitUntil(() => video.videoWidth > 0 && video.readyState > 2, 'no picture', { timeout: 8000 });
    await aTimeout(200);
    expect(part(tile, 'canvas')).to.be.null;
    call.patch({ participants: [{ ...participant, isWeak: true }] });
    await waitUntil(() => part(tile, 'canvas'));
    const frame = part(tile, 'canvas') as HTMLCanvasElement;
    const [red = 0, green = 0, blue = 0] = frame.getContext('2d')!.getImageData(frame.width / 2, 4, 1, 1).data;
    expect(red + green + blue).to.be.above(60);
    expect(getComputedStyle(video).opacity).to.equal('1');
    ends.close();
    call.patch({ participants: [{ ...participant, connection: 'signaling' }] });
    await waitUntil(() => getComputedStyle(video).opacity === '0');
    expect(part(tile, 'video')).to.equal(video);
    expect(getComputedStyle(frame).filter).to.contain('brightness');
    const box = video.getBoundingClientRect();
    expect(frame.getBoundingClientRect()).to.deep.include({ x: box.x, y: box.y, width: box.width, height: box.height });
    await expect(tile).to.be.accessible();
    call.patch({ participants: [{ ...participant, cameraStream: fakeVideoStream(200) }] });
    await waitUntil(() => getComputedStyle(video).opacity === '1');
    expect(getComputedStyle(video).filter).to.equal('none');
  }).timeout(20_000);

  it('plays the stream silently and keeps the same video node while it lasts', async () => {
    const cameraStream = fakeVideoStream(90);
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', camera: 'on', cameraStream }));
    const video = part(tile, 'video') as HTMLVideoElement;
    expect(video.muted).to.be.true;
    await waitUntil(() => !video.paused && video.videoWidth > 0);
    call.patch({ participants: [fakeParticipant({ id: 'a', camera: 'on', cameraStream, name: 'Renamed' })] });
    await waitUntil(() => label(tile).includes('Renamed'));
    expect(part(tile, 'video')).to.equal(video);
    expect(video.paused).to.be.false;
  });

  it('mirrors the own camera and nothing else', async () => {
    const cameraStream = fakeVideoStream(90);
    const own = await makeTile(fakeParticipant({ id: 'me', isLocal: true, camera: 'on', cameraStream }));
    expect(part(own.tile, 'video')?.classList.contains('mirrored')).to.be.true;
    const other = await makeTile(fakeParticipant({ id: 'a', camera: 'on', cameraStream }));
    expect(part(other.tile, 'video')?.classList.contains('mirrored')).to.be.false;
    const call = createFakeCall({ self: fakeParticipant({ id: 'me', isLocal: true, screen: 'on', screenStream: cameraStream }) });
    const screen = await fixture<NexVideoTile>(html`<nex-video-tile .call=${call} participant-id="me" source="screen"></nex-video-tile>`);
    expect(part(screen, 'video')?.classList.contains('mirrored')).to.be.false;
  });

  it('shows initials while the camera is off', async () => {
    const { tile } = await makeTile(fakeParticipant({ id: 'a', name: 'first middle last' }));
    expect(part(tile, '.disc')?.textContent?.trim()).to.equal('FL');
    expect(part(tile, 'video')).to.be.null;
  });

  it('does not render again for a statistics tick that changes nothing it shows', async () => {
    const participant = fakeParticipant({ id: 'a' });
    const { tile, call } = await makeTile(participant);
    const updates = countUpdates(tile);
    call.patch({
      participants: [Object.freeze({ ...participant, quality: { level: 'excellent' as const, score: 91 } })],
      quality: { level: 'good', score: 70 },
    });
    call.emit('stats-updated', { participantId: 'a', stats: { rtt: 1, jitter: 1, packetLoss: 0, bandwidth: 1, timestamp: 1 } });
    await nextFrame();
    await nextFrame();
    expect(updates()).to.equal(0);
  });

  it('does not render again when somebody else changes', async () => {
    const participant = fakeParticipant({ id: 'a' });
    const { tile, call } = await makeTile(participant);
    const updates = countUpdates(tile);
    call.patch({ participants: [participant, fakeParticipant({ id: 'b', speaking: true })] });
    await nextFrame();
    expect(updates()).to.equal(0);
    call.patch({ participants: [fakeParticipant({ id: 'a', name: 'Other' })] });
    await nextFrame();
    expect(updates()).to.be.above(0);
  });

  it('lets the ring follow the sound level without rendering', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', speaking: true }));
    const updates = countUpdates(tile);
    call.setAudioLevel('a', 0.6);
    await nextFrame();
    expect(part(tile, '.tile')?.style.getPropertyValue('--_level')).to.equal('0.60');
    expect(updates()).to.equal(0);
  });

  for (const camera of ['on', 'off'] as const)
    it(`leaves what moves with the sound level to the compositor, camera ${camera}`, async () => {
      const picture = camera === 'on' ? { cameraStream: fakeVideoStream(10) } : {};
      const { tile, call } = await makeTile(fakeParticipant({ id: 'a', speaking: true, camera, ...picture }));
      const moving = (): string[] =>
        (tile.shadowRoot?.getAnimations() ?? []).flatMap(({ effect }) =>
          effect instanceof KeyframeEffect
            ? effect.getKeyframes().flatMap((frame) => Object.keys(frame).filter((name) => !TIMING.has(name)))
            : [],
        );
      await waitUntil(() => moving().length === 0 && part(tile, '.speaking') !== null);
      let level = 0.2;
      await waitUntil(() => {
        level = 1 - level;
        call.setAudioLevel('a', level);
        return moving().length > 0;
      });
      expect([...new Set(moving())]).to.satisfy((names: string[]) => names.every((name) => COMPOSITED.has(name)), moving().join());
    });

  it('says what it wants to receive in device pixels, and 100 ms after being hidden that it wants nothing', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', camera: 'on', cameraStream: fakeVideoStream(10) }));
    const wishes = (): readonly (readonly unknown[])[] =>
      call.calls.filter(({ intent }) => intent === 'setReceiveWish').map(({ args }) => args);
    await waitUntil(() => wishes().length > 0);
    const [id, source, wish] = wishes().at(-1) as [string, string, { isVisible: boolean; width: number; height: number }];
    expect([id, source, wish.isVisible]).to.deep.equal(['a', 'camera', true]);
    expect(wish.width).to.be.within(400 * devicePixelRatio, 400 * devicePixelRatio + 16);
    tile.style.setProperty('display', 'none');
    await waitUntil(() => (wishes().at(-1)?.[2] as { isVisible: boolean }).isVisible === false);
    tile.style.removeProperty('display');
    await waitUntil(() => (wishes().at(-1)?.[2] as { isVisible: boolean }).isVisible);
    tile.remove();
    await waitUntil(() => (wishes().at(-1)?.[2] as { isVisible: boolean }).isVisible === false);
  });

  it('sends no wish for the own picture', async () => {
    const { call } = await makeTile(fakeParticipant({ id: 'me', isLocal: true, camera: 'on', cameraStream: fakeVideoStream(10) }));
    await nextFrame();
    await nextFrame();
    expect(call.calls.filter(({ intent }) => intent === 'setReceiveWish')).to.be.empty;
  });

  it('pins by its button, and holds one tab stop', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a', camera: 'on', cameraStream: fakeVideoStream(10) }));
    (part(tile, '.pin') as HTMLButtonElement).click();
    expect(call.calls).to.deep.include({ intent: 'pin', args: ['a', true] });
    const stops = [...(tile.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).to.have.length(1);
  });

  it('lets go of the call when it is removed', async () => {
    const { tile, call } = await makeTile(fakeParticipant({ id: 'a' }));
    expect(call.listenerCount).to.be.above(0);
    tile.remove();
    await nextFrame();
    expect(call.listenerCount).to.equal(0);
  });

  const states: Record<string, Partial<Participant>> = {
    'camera off and muted': { microphone: 'off' },
    speaking: { speaking: true, camera: 'on' },
    weak: { isWeak: true },
    connecting: { connection: 'connecting' },
    reconnecting: { connection: 'reconnecting' },
    failed: { connection: 'failed' },
    'hand raised': { hand: true, handRaisedAt: 1 },
  };
  for (const [name, patch] of Object.entries(states)) {
    it(`is accessible: ${name}`, async () => {
      const cameraStream = patch.camera === 'on' ? fakeVideoStream(10) : null;
      const { tile } = await makeTile(fakeParticipant({ id: 'a', name: 'Somebody', cameraStream, ...patch }));
      await expect(tile).to.be.accessible();
    });
  }
});
