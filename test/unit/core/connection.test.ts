import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import type { CallState } from '../../../src/call/call.js';
import type { ConnectionHandle, CoreEventType } from '../../../src/core/nexrtc-core.js';
import { codeOf, settle } from '../../support/call-harness.js';
import { CONFIG, createCoreBench, createJoinedCore } from '../../support/core-bench.js';
import { createAudioTrack, createVideoTrack } from '../../support/fake-media.js';
import { fakeParticipant } from '../../support/fake-participant.js';

const picture = (): MediaStream => new MediaStream([createVideoTrack()]);
const sound = (): MediaStream => new MediaStream([createAudioTrack()]);

describe('a connection of a core', () => {
  it('makes a silent call of the configuration, and only when joining', async () => {
    const audio = { echoCancellation: false };
    const signaling = { url: 'https://signal.example/', token: 'abc', reconnectAttempts: 3 };
    const bench = await createCoreBench({ ...CONFIG, signaling, media: { video: false, audio }, debug: true });
    expect(bench.calls.length).to.equal(0);
    await bench.core.joinRoom(bench.handle);
    const [{ input, extras } = { input: null, extras: null }] = bench.made;
    expect(input).to.include({ room: 'room', server: signaling.url, noVideo: true, muted: false, debug: '' });
    expect(extras).to.deep.include({ isSilent: true, isForgetful: true, token: 'abc', reconnectAttempts: 3, microphoneConstraints: audio });
  });

  const cases: readonly [CallState['status'], CallState['endReason'], ConnectionHandle['state'], CoreEventType | undefined][] = [
    ['joining', null, 'connecting', undefined],
    ['connected', null, 'connected', 'connection_established'],
    ['reconnecting', null, 'connecting', undefined],
    ['ended', 'left', 'disconnected', 'connection_closed'],
    ['ended', 'removed', 'disconnected', 'connection_closed'],
    ['ended', 'room-full', 'failed', 'connection_failed'],
    ['ended', 'denied', 'failed', 'connection_failed'],
    ['failed', 'connection-lost', 'failed', 'connection_failed'],
    ['failed', null, 'failed', 'connection_failed'],
  ];
  for (const [status, endReason, state, event] of cases) {
    it(`is ${state} when its call is ${status}${endReason === null ? '' : ` (${endReason})`}, and tells ${event ?? 'nothing'}`, async () => {
      const bench = await createCoreBench();
      expect(bench.handle.state).to.equal('idle');
      await bench.core.joinRoom(bench.handle);
      bench.move(status, { endReason });
      expect(bench.handle.state).to.equal(state);
      expect(bench.names()).to.deep.equal(event === undefined ? [] : [event]);
    });
  }

  it('says why it failed, and that it was established only once', async () => {
    const bench = await createJoinedCore();
    bench.move('reconnecting');
    bench.move('connected');
    const error = new NexError('peer/timeout', 'Lost');
    bench.move('failed', { error });
    expect(bench.told.map(([event]) => event)).to.deep.equal(['connection_established', 'connection_failed']);
    expect(bench.told[1]?.[1]).to.deep.equal({ connectionId: bench.handle.id, roomId: 'room', error });
  });

  it('tells of the others only once it is established, in their order', async () => {
    const bench = await createCoreBench();
    await bench.core.joinRoom(bench.handle);
    bench.move('joining');
    const guest = fakeParticipant({ id: 'guest', name: 'Ana', cameraStream: picture() });
    bench.call.emit('participant-joined', { participant: guest });
    bench.call.emit('participant-left', { participant: guest, reason: 'left' });
    expect(bench.names()).to.deep.equal([]);
    bench.move('connected');
    expect(bench.names()).to.deep.equal([
      'connection_established',
      'participant_joined',
      'media_stream_added',
      'media_stream_removed',
      'participant_left',
    ]);
  });

  it('shows its own picture before it is established', async () => {
    const bench = await createCoreBench();
    await bench.core.joinRoom(bench.handle);
    bench.move('joining');
    bench.call.emit('participant-changed', { participant: fakeParticipant({ isLocal: true, cameraStream: picture() }) });
    expect(bench.names()).to.deep.equal(['media_stream_added']);
    expect(bench.told[0]?.[1]).to.deep.include({ participantId: null, stream: bench.handle.localStream });
  });

  it('keeps one stream for a participant while tracks come and go, the camera first', async () => {
    const { call, handle, names } = await createJoinedCore();
    const [camera, screen, microphone] = [picture(), picture(), sound()];
    const guest = fakeParticipant({ id: 'guest' });
    const change = (patch: Partial<typeof guest>): void => {
      call.emit('participant-changed', { participant: { ...guest, ...patch } });
    };
    call.emit('participant-joined', { participant: guest });
    expect(handle.remoteStreams.size).to.equal(0);
    change({ screenStream: screen });
    const stream = handle.remoteStreams.get('guest');
    change({ screenStream: screen, cameraStream: camera, microphoneStream: microphone });
    expect(stream?.getVideoTracks()).to.deep.equal([...camera.getTracks(), ...screen.getTracks()]);
    expect(stream?.getAudioTracks()).to.deep.equal(microphone.getTracks());
    change({ microphoneStream: microphone });
    expect(stream?.getTracks()).to.deep.equal(microphone.getTracks());
    change({});
    expect(handle.remoteStreams.has('guest')).to.be.false;
    change({ cameraStream: camera });
    expect(handle.remoteStreams.get('guest')).to.equal(stream);
    const streams = names().filter((name) => name.startsWith('media'));
    expect(streams).to.deep.equal(['media_stream_added', 'media_stream_removed', 'media_stream_added']);
  });

  it('passes on quality, statistics and errors, and tells when the server is lost', async () => {
    const { call, handle, told } = await createJoinedCore();
    const connectionId = handle.id;
    const stats = { rtt: 1, jitter: 2, packetLoss: 0, bandwidth: 3, timestamp: 4 };
    const error = new NexError('media/device-in-use', 'Busy');
    call.emit('quality-changed', { participantId: null, level: 'good', score: 70 });
    call.emit('stats-updated', { participantId: 'guest', stats });
    call.emit('error', { error });
    expect(told.slice(1)).to.deep.equal([
      ['quality_changed', { connectionId, participantId: null, level: 'good', score: 70 }],
      ['network_stats_updated', { connectionId, participantId: 'guest', stats }],
      ['error_occurred', { connectionId, error }],
    ]);
    call.patch({ isSignalingReachable: false });
    await settle();
    expect(told.at(-1)?.[0]).to.equal('error_occurred');
    expect((told.at(-1)?.[1] as { error: NexError }).error.code).to.equal('signaling/unreachable');
  });

  it('toggles what is wanted, also while it is on its way, and asks again for what was refused', async () => {
    const { core, handle, call } = await createJoinedCore();
    await core.toggleVideo(handle);
    call.patch({ camera: 'pending', options: { ...call.state.options, isCameraOff: true } });
    await core.toggleVideo(handle);
    call.patch({ microphone: 'blocked' });
    await core.toggleAudio(handle);
    expect(call.calls.slice(1).map(({ intent, args }) => [intent, args[0]])).to.deep.equal([
      ['setCamera', false],
      ['setCamera', true],
      ['setMicrophone', true],
    ]);
    call.failWith('setCamera', new NexError('media/permission-denied', 'No'));
    expect(await codeOf(core.toggleVideo(handle))).to.equal('media/permission-denied');
  });

  it('closes its call on leaving, and joins again with a new one', async () => {
    const bench = await createJoinedCore();
    await bench.core.leaveRoom(bench.handle);
    expect(bench.call.calls.at(-1)?.intent).to.equal('close');
    await bench.core.leaveRoom(bench.handle);
    await bench.core.joinRoom(bench.handle);
    expect(bench.calls.length).to.equal(2);
    bench.move('connected');
    expect(bench.handle.state).to.equal('connected');
  });

  it('can be joined again from a listener that hears of its end', async () => {
    const bench = await createJoinedCore();
    bench.handle.on('connection_closed', () => void bench.core.joinRoom(bench.handle));
    const [first] = bench.calls;
    bench.move('ended', { endReason: 'removed' });
    await settle();
    expect(bench.calls.length).to.equal(2);
    expect(first?.calls.at(-1)?.intent).to.equal('close');
    expect(bench.call.calls.map(({ intent }) => intent)).to.deep.equal(['join']);
  });

  it('closes the call that failed to join, and rejects with why', async () => {
    const bench = await createCoreBench();
    const { core, handle } = bench;
    const joined = core.joinRoom(handle);
    bench.move('failed', { error: new NexError('signaling/unreachable', 'No') });
    await joined;
    await settle();
    expect(bench.call.calls.at(-1)?.intent).to.equal('close');
    expect(handle.state).to.equal('failed');
  });

  it('closes every call when the core is destroyed', async () => {
    const bench = await createJoinedCore();
    const second = await bench.core.createConnection('other');
    await bench.core.joinRoom(second);
    await bench.core.destroy();
    expect(bench.calls.map(({ calls }) => calls.at(-1)?.intent)).to.deep.equal(['close', 'close']);
  });

  it('tells a listener once, until it is taken away; core and handle tell the same', async () => {
    const { core, handle, call } = await createJoinedCore();
    const heard: object[] = [];
    const listener = (data: object): void => void heard.push(data);
    for (const target of [core, handle, handle]) target.on('error_occurred', listener);
    const error = new NexError('peer/timeout', 'Late');
    call.emit('error', { error });
    expect(heard).to.deep.equal([
      { connectionId: handle.id, error },
      { connectionId: handle.id, error },
    ]);
    core.off('error_occurred', listener);
    handle.off('error_occurred', listener);
    handle.off('participant_left', listener);
    call.emit('error', { error });
    expect(heard.length).to.equal(2);
  });
});
