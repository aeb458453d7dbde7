import { expect } from '@open-wc/testing';
import type { Participant } from '../../../../src/call/call.js';
import { codeOf, createJoinedCall, type CallHarness } from '../../../support/call-harness.js';
import { createAudioTrack, createVideoTrack } from '../../../support/fake-media.js';

const ADA = { kind: 'presence', name: 'Ada', joinedAt: 5, microphone: true, camera: false, screen: false };

function first(harness: CallHarness): Participant {
  return harness.call.state.participants[0]!;
}

describe('participants of a call', () => {
  it('are listed at once and announced with their name', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    expect(first(harness)).to.include({ id: 'a', name: '', isLocal: false, connection: 'connected', microphone: 'off' });
    expect(harness.named('participant-joined')).to.deep.equal([]);
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    expect(first(harness)).to.include({ name: 'Ada', joinedAt: 5, microphone: 'on', camera: 'off' });
    expect((harness.named('participant-joined')[0] as { participant: Participant }).participant.name).to.equal('Ada');
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'connection-lost' });
    expect(harness.call.state.participants).to.deep.equal([]);
    expect((harness.named('participant-left')[0] as { reason: string }).reason).to.equal('connection-lost');
  });

  it('are announced without a name when none comes', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    harness.clock.pass(2000);
    expect(harness.named('participant-joined')).to.have.length(1);
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    expect(harness.named('participant-joined')).to.have.length(1);
  });

  it('are told the truth about this device', async () => {
    const harness = await createJoinedCall({ input: { cameraOff: true } });
    harness.engine.meet('a');
    await harness.call.setMicrophone(false);
    await harness.call.setName('Grace');
    const told = harness.engine.sent.map(({ data }) => data as typeof ADA);
    expect(told[0]).to.include({ kind: 'presence', name: 'Me', microphone: true, camera: false });
    expect(told.at(-1)).to.include({ name: 'Grace', microphone: false });
    expect(harness.call.state.self.name).to.equal('Grace');
  });

  it('show a picture only while they say that their camera is on', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    const track = createVideoTrack();
    harness.engine.tell('track', { participantId: 'a', source: 'camera', track });
    expect(first(harness).cameraStream).to.equal(null);
    harness.engine.tell('data', { participantId: 'a', data: { ...ADA, camera: true } });
    const stream = first(harness).cameraStream!;
    expect(stream.getTracks()).to.deep.equal([track]);
    harness.engine.tell('data', { participantId: 'a', data: ADA });
    expect(first(harness).cameraStream).to.equal(null);
    harness.engine.tell('data', { participantId: 'a', data: { ...ADA, camera: true } });
    expect(first(harness).cameraStream).to.equal(stream);
    const remote = (type: 'stream-added' | 'stream-removed'): unknown[] =>
      harness.named(type).filter((event) => (event as { participantId: string }).participantId === 'a');
    expect(remote('stream-added')).to.have.length(2);
    expect(remote('stream-removed')).to.have.length(1);
  });

  it('have sound to be played elsewhere only while they say that they send it', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    const [voice, film] = [createAudioTrack(), createAudioTrack()];
    harness.engine.tell('track', { participantId: 'a', source: 'microphone', track: voice });
    harness.engine.tell('track', { participantId: 'a', source: 'screen-audio', track: film });
    expect(first(harness)).to.include({ microphoneStream: null, screenAudioStream: null });
    harness.engine.tell('data', { participantId: 'a', data: { ...ADA, screen: true } });
    expect(first(harness).microphoneStream?.getTracks()).to.deep.equal([voice]);
    expect(first(harness).screenAudioStream?.getTracks()).to.deep.equal([film]);
    harness.engine.tell('data', { participantId: 'a', data: { ...ADA, microphone: false } });
    expect(first(harness)).to.include({ microphoneStream: null, screenAudioStream: null });
    expect(harness.call.state.self.microphoneStream?.getTracks()).to.deep.equal(harness.media.running.get('microphone'));
    await harness.call.setMicrophone(false);
    expect(harness.call.state.self.microphoneStream).to.equal(null);
  });

  it('have statistics of their connections, and none while in no room', async () => {
    const harness = await createJoinedCall();
    harness.engine.stats = new Map([['a', new Map() as RTCStatsReport]]);
    expect([...(await harness.call.getStats()).keys()]).to.deep.equal(['a']);
    await harness.call.leave();
    expect((await harness.call.getStats()).size).to.equal(0);
  });

  it('are heard by the call, screen sound too, and are silent once gone', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    harness.engine.tell('track', { participantId: 'a', source: 'microphone', track: createAudioTrack() });
    harness.engine.tell('track', { participantId: 'a', source: 'screen-audio', track: createAudioTrack() });
    expect(harness.audioOutput.playing.size).to.equal(2);
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'left' });
    expect(harness.audioOutput.playing.size).to.equal(0);
    expect([...harness.levelMeter.watched.keys()]).to.deep.equal(harness.media.running.get('microphone'));
  });

  it('ignore tracks, messages and states of strangers', async () => {
    const harness = await createJoinedCall();
    harness.engine.tell('track', { participantId: 'x', source: 'microphone', track: createAudioTrack() });
    harness.engine.tell('data', { participantId: 'x', data: ADA });
    harness.engine.tell('connection-state', { participantId: 'x', state: 'connected' });
    expect(harness.call.state.participants).to.deep.equal([]);
    expect(harness.audioOutput.playing.size).to.equal(0);
  });

  it('speak, lead, and tell their level outside the snapshot', async () => {
    const harness = await createJoinedCall();
    harness.engine.meet('a');
    const track = createAudioTrack();
    harness.engine.tell('track', { participantId: 'a', source: 'microphone', track });
    const levels: number[] = [];
    const off = harness.call.onAudioLevel('a', (level) => levels.push(level));
    const say = harness.levelMeter.watched.get(track)!;
    say(0.3);
    say(0.3);
    expect(levels).to.deep.equal([0.3, 0.3]);
    expect(first(harness).speaking).to.equal(true);
    expect(harness.call.state.speakerId).to.equal('a');
    off();
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'left' });
    expect(levels).to.have.length(2);
    expect(harness.call.state.speakerId).to.equal(null);
  });

  it('hear themselves speak without leading', async () => {
    const harness = await createJoinedCall();
    const levels: number[] = [];
    harness.call.onAudioLevel(harness.call.state.self.id, (level) => levels.push(level));
    const say = harness.levelMeter.watched.get(harness.media.running.get('microphone')![0]!)!;
    say(0.3);
    say(0.3);
    expect(levels).to.deep.equal([0.3, 0.3]);
    expect(harness.call.state.self.speaking).to.equal(true);
    expect(harness.call.state.speakerId).to.equal(null);
  });

  it('can be pinned while they are here', async () => {
    const harness = await createJoinedCall();
    expect(await codeOf(harness.call.pin('a', true))).to.equal('call/invalid-state');
    harness.engine.meet('a');
    await harness.call.pin('a', true);
    await harness.call.pin('a', true);
    expect(harness.call.state.pinned).to.deep.equal(['a']);
    harness.engine.tell('participant-left', { participantId: 'a', reason: 'left' });
    expect(harness.call.state.pinned).to.deep.equal([]);
  });
});
