import { expect } from '@open-wc/testing';
import type { SendLimit } from '../../src/engine/engine-port.js';
import { createMemoryNetwork } from '../../src/signaling/memory-signaling.js';
import { createMember, isFullMesh, until, type TestMember } from '../support/mesh-harness.js';

const WAIT_MS = 60_000;
const LIMIT: SendLimit = { maxBitrateBps: 128_000, maxFrameRate: null, scaleDownBy: null };

interface Heard {
  readonly left: number;
  readonly right: number;
}

describe('sound of two channels, over real peer connections', () => {
  let members: TestMember[] = [];
  let context: AudioContext;

  beforeEach(() => {
    context = new AudioContext();
  });
  afterEach(async () => {
    await Promise.all(members.map(({ engine }) => engine.leave()));
    members = [];
    await context.close();
  });

  /** A tone on the left alone. */
  function leftTone(): MediaStreamTrack {
    const merger = context.createChannelMerger(2);
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
    const oscillator = context.createOscillator();
    oscillator.connect(merger, 0, 0);
    merger.connect(destination);
    oscillator.start();
    return destination.stream.getAudioTracks()[0]!;
  }

  function ear(track: MediaStreamTrack): () => Heard {
    const stream = new MediaStream([track]);
    const player = new Audio();
    // Chromium decodes a remote track only while something plays it.
    player.srcObject = stream;
    player.muted = true;
    void player.play();
    const splitter = context.createChannelSplitter(2);
    const source = context.createMediaStreamSource(stream);
    // What is of one channel is told apart from one that is silent.
    const gain = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    source.connect(gain).connect(splitter);
    const analysers = [0, 1].map((channel) => {
      const analyser = context.createAnalyser();
      splitter.connect(analyser, channel);
      return analyser;
    });
    const samples = new Float32Array(2048);
    const loudness = (analyser: AnalyserNode): number => {
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
    };
    return () => ({ left: loudness(analysers[0]!), right: loudness(analysers[1]!) });
  }

  /** What is said of Opus. */
  const parametersOf = (connections: readonly RTCPeerConnection[]): readonly string[] => {
    const sdp = connections[0]!.localDescription!.sdp;
    const payload = /a=rtpmap:(\d+) opus/.exec(sdp)![1]!;
    return new RegExp(`a=fmtp:${payload} (.*)`).exec(sdp)![1]!.trim().split(';');
  };

  const isMono = ({ left, right }: Heard): boolean => left > 0.02 && right > left / 2;
  const isStereo = ({ left, right }: Heard): boolean => left > 0.02 && right < left / 10;

  it('is one until two are asked for, then two without another connection, and one again', async () => {
    const network = createMemoryNetwork();
    members = [createMember(network.port()), createMember(network.port())];
    const [ana, ben] = members as [TestMember, TestMember];
    await ana.engine.publish('microphone', leftTone());
    for (const { engine } of members) await engine.join();
    await until(() => isFullMesh(members), 'all ready', WAIT_MS);
    await until(() => ben.tracks.get(ana.engine.localId)?.has('microphone') ?? false, 'a track', WAIT_MS);
    const hear = ear(ben.tracks.get(ana.engine.localId)!.get('microphone')!);
    await until(() => isMono(hear()), 'one channel', WAIT_MS);
    for (const [isOn, isHeard] of [
      [true, isStereo],
      [false, isMono],
      [true, isStereo],
    ] as const) {
      ana.engine.setSendLimit('microphone', isOn ? { ...LIMIT, isStereo: true } : LIMIT);
      await until(() => isHeard(hear()), isOn ? 'two channels' : 'one channel again', WAIT_MS);
      expect(parametersOf(ana.connections).includes('sprop-stereo=1')).to.equal(isOn);
      await until(() => parametersOf(ben.connections).includes('stereo=1') === isOn, 'said by the other', WAIT_MS);
    }
    expect(ana.connections).to.have.length(1);
    expect(members.flatMap(({ errors }) => errors)).to.deep.equal([]);
  }).timeout(200_000);

  it('is two both ways when both ask for it, and lasts over a restart of the path', async () => {
    const network = createMemoryNetwork();
    members = [createMember(network.port()), createMember(network.port())];
    const [ana, ben] = members as [TestMember, TestMember];
    for (const { engine } of members) {
      await engine.publish('microphone', leftTone());
      // Before anybody is there: it holds for those who come.
      engine.setSendLimit('microphone', { ...LIMIT, isStereo: true });
    }
    for (const { engine } of members) await engine.join();
    await until(() => isFullMesh(members), 'all ready', WAIT_MS);
    await until(() => members.every(({ tracks }) => [...tracks.values()].some((each) => each.has('microphone'))), 'tracks', WAIT_MS);
    const ears = [ear(ben.tracks.get(ana.engine.localId)!.get('microphone')!), ear(ana.tracks.get(ben.engine.localId)!.get('microphone')!)];
    await until(() => ears.every((hear) => isStereo(hear())), 'two channels both ways', WAIT_MS);
    const ufrag = (): string | undefined => /a=ice-ufrag:(\S+)/.exec(ana.connections[0]!.currentLocalDescription!.sdp)?.[1];
    const before = ufrag();
    ana.engine.reconnect(ben.engine.localId);
    await until(() => ufrag() !== before, 'another path agreed on', WAIT_MS);
    await until(() => ears.every((hear) => isStereo(hear())), 'still two channels', WAIT_MS);
    for (const { connections } of members) expect(parametersOf(connections)).to.include.members(['stereo=1', 'sprop-stereo=1']);
  }).timeout(200_000);

  it('says nothing of channels while nobody asked for two', async () => {
    const network = createMemoryNetwork();
    members = [createMember(network.port()), createMember(network.port())];
    for (const { engine } of members) await engine.join();
    await until(() => isFullMesh(members), 'all ready', WAIT_MS);
    for (const { connections } of members) expect(connections[0]!.localDescription!.sdp).to.not.contain('sprop-stereo');
  });
});
