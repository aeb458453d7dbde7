import { expect } from '@open-wc/testing';
import { createCore, type ConnectionHandle, type CoreConfig, type CoreEventType, type NexRTCCore } from '../../src/core/index.js';
import { pause, until } from '../support/mesh-harness.js';

const EVENTS: readonly CoreEventType[] = [
  'connection_established',
  'connection_failed',
  'connection_closed',
  'participant_joined',
  'participant_left',
  'media_stream_added',
  'media_stream_removed',
  'quality_changed',
  'network_stats_updated',
  'error_occurred',
];

interface Party {
  readonly core: NexRTCCore;
  readonly handle: ConnectionHandle;
  readonly told: {
    readonly event: CoreEventType;
    readonly data: { readonly connectionId: string; readonly participantId?: string | null };
  }[];
  /** What was told of the others and of the connection, without figures. */
  readonly story: () => string[];
  readonly remote: () => MediaStream | undefined;
}

describe('two cores of one page over a real PeerServer, with no element', () => {
  let url = '';
  let cores: NexRTCCore[] = [];

  before(async () => {
    url = ((await (await fetch('/__peer-server')).json()) as { url: string }).url;
  });
  afterEach(async () => {
    await Promise.all(cores.map((core) => core.destroy()));
    cores = [];
  });

  const create = async (roomId: string, media: CoreConfig['media'] = { video: true, audio: true }): Promise<Party> => {
    const core = createCore();
    cores.push(core);
    await core.initialize({ signaling: { url, reconnectAttempts: 5 }, iceServers: [], media });
    const handle = await core.createConnection(roomId);
    const told: Party['told'] = [];
    for (const event of EVENTS) core.on(event, (data) => told.push({ event, data }));
    const story = (): string[] =>
      told.filter(({ event, data }) => !/quality|stats/.test(event) && data.participantId !== null).map(({ event }) => event);
    return { core, handle, told, story, remote: () => [...handle.remoteStreams.values()][0] };
  };
  const meet = async (roomId: string): Promise<[Party, Party]> => {
    const [ana, ben] = [await create(roomId), await create(roomId)];
    await ana.core.joinRoom(ana.handle);
    await ben.core.joinRoom(ben.handle);
    await until(() => [ana, ben].every((party) => party.remote()?.getTracks().length === 2), 'picture and sound', 15_000);
    return [ana, ben];
  };
  const framesFrom = async ({ core, handle }: Party): Promise<number> => {
    let frames = 0;
    (await core.getStats(handle)).forEach((entry: { type: string; framesDecoded?: number }) => {
      if (entry.type === 'inbound-rtp') frames += entry.framesDecoded ?? 0;
    });
    return frames;
  };
  const bytesOfSound = async ({ core, handle }: Party): Promise<number> => {
    let bytes = 0;
    (await core.getStats(handle)).forEach((entry: { type: string; kind?: string; bytesReceived?: number }) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'audio') bytes += entry.bytesReceived ?? 0;
    });
    return bytes;
  };

  it('tells of meeting and leaving in order, and leaves nothing behind', async () => {
    const made: string[] = [];
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (): Promise<void> {
      made.push('player');
      return play.call(this);
    };
    const { AudioContext: RealContext } = window;
    window.AudioContext = class extends RealContext {
      constructor() {
        super();
        made.push('audio context');
      }
    };
    const [ana, ben] = await meet('core order');
    expect(ana.handle.state).to.equal('connected');
    HTMLMediaElement.prototype.play = play;
    window.AudioContext = RealContext;
    expect(made, 'the core plays and meters nothing').to.deep.equal([]);
    expect(ana.story()).to.deep.equal(['connection_established', 'participant_joined', 'media_stream_added']);
    expect(ana.told.every(({ data }) => data.connectionId === ana.handle.id)).to.be.true;

    const [own, remote] = [ben.handle.localStream, ana.remote()];
    expect(own?.getTracks().map(({ kind }) => kind)).to.have.members(['video', 'audio']);
    const tracks = own?.getTracks() ?? [];
    await ben.core.leaveRoom(ben.handle);
    expect(ben.handle.state).to.equal('disconnected');
    expect(ben.handle.localStream).to.equal(null);
    expect(ben.handle.remoteStreams.size).to.equal(0);
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
    expect(ben.story().slice(-2)).to.deep.equal(['media_stream_removed', 'connection_closed']);
    await until(() => ana.story().includes('participant_left'), 'gone');
    expect(ana.story().slice(-2)).to.deep.equal(['media_stream_removed', 'participant_left']);
    expect(remote?.getTracks()).to.deep.equal([]);
    expect(ana.handle.remoteStreams.size).to.equal(0);
  });

  it('carries pictures and sound, and stops them when toggled, in the same stream', async () => {
    const [ana, ben] = await meet('core toggles');
    const stream = ana.remote();
    await until(async () => (await framesFrom(ana)) > 5, 'frames');
    const before = await bytesOfSound(ana);
    await until(async () => (await bytesOfSound(ana)) > before, 'sound');

    await ben.core.toggleVideo(ben.handle);
    expect(ben.handle.localStream?.getVideoTracks()).to.deep.equal([]);
    await until(() => stream?.getVideoTracks().length === 0, 'no picture');
    await pause(300);
    const frames = await framesFrom(ana);
    await pause(500);
    expect(await framesFrom(ana)).to.equal(frames);
    expect(ana.remote(), 'sound goes on').to.equal(stream);

    await ben.core.toggleAudio(ben.handle);
    await until(() => ana.handle.remoteStreams.size === 0, 'nothing is sent');
    await ben.core.toggleVideo(ben.handle);
    await ben.core.toggleAudio(ben.handle);
    await until(() => stream?.getTracks().length === 2, 'both again');
    expect(ana.remote(), 'the same stream').to.equal(stream);
    await until(async () => (await framesFrom(ana)) > frames, 'frames again');
  });

  it('gives network statistics every two seconds, and one report whose references hold', async () => {
    const [ana] = await meet('core statistics');
    await until(() => ana.told.filter(({ event }) => event === 'network_stats_updated').length > 1, 'figures', 15_000);
    await until(() => ana.told.some(({ event }) => event === 'quality_changed'), 'a level');
    const report = await ana.core.getStats(ana.handle);
    let references = 0;
    report.forEach((entry: Record<string, string | undefined>, id) => {
      expect(entry['id']).to.equal(id);
      for (const key of ['transportId', 'localCandidateId', 'codecId']) {
        if (entry[key] === undefined) continue;
        references += 1;
        expect(report.has(entry[key] ?? ''), `${id} ${key}`).to.be.true;
      }
    });
    expect(references).to.be.greaterThan(3);
  });

  it('lets a handle join again, and releases all when destroyed', async () => {
    const connections: RTCPeerConnection[] = [];
    const Native = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Native {
      constructor(...options: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...options);
        connections.push(this);
      }
    };
    const [ana, ben] = await meet('core again');
    await ben.core.leaveRoom(ben.handle);
    await until(() => ana.handle.remoteStreams.size === 0, 'alone');
    await ben.core.joinRoom(ben.handle);
    await until(() => ana.remote()?.getTracks().length === 2, 'together again', 15_000);
    const tracks = ben.handle.localStream?.getTracks() ?? [];
    expect(tracks.length).to.equal(2);
    await ben.core.destroy();
    expect(ben.handle.state).to.equal('disconnected');
    expect(tracks.every(({ readyState }) => readyState === 'ended')).to.be.true;
    expect(ben.story().at(-1)).to.equal('connection_closed');
    await until(() => ana.handle.remoteStreams.size === 0, 'gone');
    await ana.core.destroy();
    window.RTCPeerConnection = Native;
    expect(connections.length).to.be.greaterThan(3);
    expect(connections.every(({ signalingState }) => signalingState === 'closed')).to.be.true;
  });

  it('captures by the constraints that it was given, and never what is false', async () => {
    const { core, handle } = await create('core constraints', { video: { width: { exact: 320 }, height: { exact: 180 } }, audio: false });
    await core.joinRoom(handle);
    await until(() => handle.localStream !== null, 'own picture');
    expect(handle.localStream?.getVideoTracks()[0]?.getSettings().width).to.equal(320);
    expect(handle.localStream?.getAudioTracks()).to.deep.equal([]);
    let code = '';
    await core.toggleAudio(handle).catch((error: { code: string }) => (code = error.code));
    expect(code).to.equal('call/not-allowed');
  });

  it('fails with the reason when the server cannot be reached', async () => {
    const core = createCore();
    cores.push(core);
    await core.initialize({ signaling: { url: 'http://127.0.0.1:9/' }, iceServers: [], media: { video: false, audio: false } });
    const handle = await core.createConnection('core nowhere');
    const failed: string[] = [];
    handle.on('connection_failed', ({ error }) => failed.push(error.code));
    let code = '';
    await core.joinRoom(handle).catch((error: { code: string }) => (code = error.code));
    expect([handle.state, code, failed]).to.deep.equal(['failed', 'signaling/unreachable', ['signaling/unreachable']]);
  });
});
