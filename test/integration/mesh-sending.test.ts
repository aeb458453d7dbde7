import { expect } from '@open-wc/testing';
import type { EngineEvents, SendLimit } from '../../src/engine/engine-port.js';
import { createMemoryNetwork } from '../../src/signaling/memory-signaling.js';
import { createMember, framesDecoded, isFullMesh, pause, testCamera, until, type TestMember } from '../support/mesh-harness.js';

const WAIT_MS = 20_000;
const NO_LIMIT: SendLimit = { maxBitrateBps: null, maxFrameRate: null, scaleDownBy: null };

describe('what is sent to whom, over real peer connections', () => {
  let members: TestMember[] = [];
  let contexts: AudioContext[] = [];

  const room = async (size: number): Promise<TestMember[]> => {
    const network = createMemoryNetwork();
    members = Array.from({ length: size }, () => createMember(network.port()));
    return Promise.resolve(members);
  };
  const join = async (): Promise<void> => {
    for (const { engine } of members) await engine.join();
    await until(() => isFullMesh(members), 'all ready', WAIT_MS);
  };
  const tone = (): MediaStreamTrack => {
    const context = new AudioContext();
    contexts.push(context);
    const oscillator = context.createOscillator();
    const destination = context.createMediaStreamDestination();
    oscillator.connect(destination);
    oscillator.start();
    const track = destination.stream.getAudioTracks()[0];
    if (!track) throw new Error('no tone');
    return track;
  };
  /** Sums of what a member sends to another. */
  const sent = async (member: TestMember, to: TestMember, kind: string): Promise<{ bytes: number; packets: number }> => {
    const sum = { bytes: 0, packets: 0 };
    const report = (await member.engine.getStats()).get(to.engine.localId);
    report?.forEach((entry: { type: string; kind: string; bytesSent: number; packetsSent: number }) => {
      if (entry.type !== 'outbound-rtp' || entry.kind !== kind) return;
      sum.bytes += entry.bytesSent;
      sum.packets += entry.packetsSent;
    });
    return sum;
  };
  const isSilent = async (member: TestMember, to: TestMember): Promise<boolean> => {
    const before = await sent(member, to, 'video');
    await pause(400);
    return (await sent(member, to, 'video')).bytes === before.bytes;
  };
  const sender = (member: TestMember, index: number, source: 1 | 2 | 0): RTCRtpSender => {
    const found = member.connections[index]?.getSenders()[source];
    if (!found) throw new Error('no sender');
    return found;
  };

  afterEach(async () => {
    await Promise.all(members.map(({ engine }) => engine.leave()));
    for (const context of contexts) await context.close();
    members = [];
    contexts = [];
  });

  it('sends not one byte of a picture to one who does not see it, goes on to the other, and shows it again', async () => {
    const [ana, ben, cara] = (await room(3)) as [TestMember, TestMember, TestMember];
    await ana.engine.publish('camera', testCamera());
    await join();
    for (const other of [ben, cara]) await until(async () => (await framesDecoded(other, ana.engine.localId)) > 3, 'frames', WAIT_MS);
    ben.engine.setReceiveWish(ana.engine.localId, 'camera', { isVisible: false, width: 0, height: 0 });
    await until(() => isSilent(ana, ben), 'nothing sent to ben', WAIT_MS);
    expect(await isSilent(ana, cara)).to.equal(false);
    const frames = await framesDecoded(ben, ana.engine.localId);
    ben.engine.setReceiveWish(ana.engine.localId, 'camera', { isVisible: true, width: 160, height: 90 });
    await until(async () => (await framesDecoded(ben, ana.engine.localId)) > frames, 'a frame again', WAIT_MS);
  }).timeout(90_000);

  it('tells how large a picture is seen, or that it is not, and nothing that is almost the same', async () => {
    const [ana, ben] = (await room(2)) as [TestMember, TestMember];
    const wishes: EngineEvents['receive-wish'][] = [];
    ana.engine.on('receive-wish', (event) => wishes.push(event));
    await join();
    const wish = { isVisible: true, width: 640, height: 360 };
    ben.engine.setReceiveWish(ana.engine.localId, 'camera', wish);
    await until(() => wishes.length === 1, 'the wish', WAIT_MS);
    expect(wishes).to.deep.equal([{ participantId: ben.engine.localId, source: 'camera', wish }]);
    ben.engine.setReceiveWish(ana.engine.localId, 'camera', { ...wish, width: 650 });
    ben.engine.setReceiveWish(ana.engine.localId, 'screen', { isVisible: false, width: 0, height: 0 });
    await until(() => wishes.length > 1, 'the second wish', WAIT_MS);
    expect(wishes[1]).to.deep.include({ source: 'screen', wish: { isVisible: false, width: 0, height: 0 } });
  }).timeout(60_000);

  it('bounds what one gets and not what another gets, until that is taken back', async () => {
    const [ana, ben] = (await room(3)) as [TestMember, TestMember, TestMember];
    await ana.engine.publish('camera', testCamera());
    await join();
    const scales = (): (number | undefined)[] =>
      [0, 1].map((index) => sender(ana, index, 1).getParameters().encodings[0]?.scaleResolutionDownBy).sort();
    ana.engine.setSendLimit('camera', { ...NO_LIMIT, scaleDownBy: 2 });
    await until(() => scales().join() === '2,2', 'a bound for all', WAIT_MS);
    ana.engine.setSendLimit('camera', { ...NO_LIMIT, scaleDownBy: 4 }, ben.engine.localId);
    await until(() => scales().join() === '2,4', 'a bound for one', WAIT_MS);
    ana.engine.setSendLimit('camera', { ...NO_LIMIT, scaleDownBy: 3 });
    await until(() => scales().join() === '3,4', 'that stands when the one for all changes', WAIT_MS);
    ana.engine.setSendLimit('camera', null, ben.engine.localId);
    await until(() => scales().join() === '3,3', 'and is gone when it is taken back', WAIT_MS);
  }).timeout(90_000);

  it('sends nothing of a picture that is off, though it is wished for', async () => {
    const [ana, ben] = (await room(2)) as [TestMember, TestMember];
    await ana.engine.publish('camera', testCamera());
    ana.engine.setSendLimit('camera', { ...NO_LIMIT, isOff: true });
    await join();
    await until(() => isSilent(ana, ben), 'nothing sent', WAIT_MS);
    ben.engine.setReceiveWish(ana.engine.localId, 'camera', { isVisible: true, width: 160, height: 90 });
    await pause(300);
    expect(await isSilent(ana, ben)).to.equal(true);
    ana.engine.setSendLimit('camera', NO_LIMIT);
    const frames = await framesDecoded(ben, ana.engine.localId);
    await until(async () => (await framesDecoded(ben, ana.engine.localId)) > frames, 'frames', WAIT_MS);
  }).timeout(90_000);

  it('doubles sound in a small room, and sends next to nothing of silence', async () => {
    const [ana, ben] = (await room(2)) as [TestMember, TestMember];
    const track = tone();
    await ana.engine.publish('microphone', track);
    await join();
    ana.engine.setSendLimit('microphone', { ...NO_LIMIT, maxBitrateBps: 32_000 });
    const rate = async (): Promise<{ bytesAPacket: number; packets: number }> => {
      const before = await sent(ana, ben, 'audio');
      await pause(1_000);
      const after = await sent(ana, ben, 'audio');
      const packets = after.packets - before.packets;
      return { bytesAPacket: packets > 0 ? (after.bytes - before.bytes) / packets : 0, packets };
    };
    // A packet of 20 ms has 80 bytes at 32 kbit/s.
    if (RTCRtpReceiver.getCapabilities('audio')?.codecs.some(({ mimeType }) => mimeType === 'audio/red'))
      await until(async () => (await rate()).bytesAPacket > 130, 'sound that is doubled', WAIT_MS);
    track.enabled = false;
    await until(async () => (await rate()).packets < 15, 'silence', WAIT_MS);
  }).timeout(90_000);

  it('sends sound once in a room that grew beyond four, and twice again when it is small', async function () {
    if (!RTCRtpReceiver.getCapabilities('audio')?.codecs.some(({ mimeType }) => mimeType === 'audio/red')) this.skip();
    const [ana, ben, ...others] = (await room(5)) as [TestMember, TestMember, ...TestMember[]];
    await ana.engine.publish('microphone', tone());
    ana.engine.setSendLimit('microphone', { ...NO_LIMIT, maxBitrateBps: 32_000 });
    const bytesAPacket = async (): Promise<number> => {
      const before = await sent(ana, ben, 'audio');
      await pause(1_000);
      const after = await sent(ana, ben, 'audio');
      return (after.bytes - before.bytes) / (after.packets - before.packets);
    };
    await Promise.all([ana, ben].map(({ engine }) => engine.join()));
    await until(async () => (await bytesAPacket()) > 130, 'sound that is doubled', WAIT_MS);
    await Promise.all(others.map(({ engine }) => engine.join()));
    await until(async () => (await bytesAPacket()) < 110, 'sound that is sent once', WAIT_MS);
    await others[0]!.engine.leave();
    await until(async () => (await bytesAPacket()) > 130, 'sound that is doubled again', WAIT_MS);
  }).timeout(240_000);

  it('says what a camera and a screen are for, and leaves what the page has said', async () => {
    const [ana] = (await room(1)) as [TestMember];
    const [camera, screen, sharp] = [testCamera(), testCamera(), testCamera()];
    if (!('contentHint' in camera)) return;
    sharp.contentHint = 'text';
    await ana.engine.publish('camera', camera);
    await ana.engine.publish('screen', screen);
    expect([camera.contentHint, screen.contentHint]).to.deep.equal(['motion', 'detail']);
    await ana.engine.publish('screen', sharp);
    expect(sharp.contentHint).to.equal('text');
  });
});
