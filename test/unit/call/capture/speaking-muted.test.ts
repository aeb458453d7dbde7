import { expect } from '@open-wc/testing';
import { createJoinedCall, createStandingCall, loadLate, settle } from '../../../support/call-harness.js';
import { createMeteredCall as createCall, isMicrophoneOpen as isOpen, microphoneTrack as track } from '../../../support/muted-call.js';

const LOUD = 0.3;

describe('isSpeakingMuted', () => {
  it('is true after some 0.6 seconds of speech, and false after some 2.5 seconds of silence', async () => {
    const { call, hear } = await createCall();
    await call.setMicrophone(false);
    hear(LOUD, 500);
    expect(call.state.isSpeakingMuted).to.equal(false);
    hear(LOUD, 300);
    expect(call.state.isSpeakingMuted).to.equal(true);
    hear(0, 2400);
    expect(call.state.isSpeakingMuted).to.equal(true);
    hear(0, 200);
    expect(call.state.isSpeakingMuted).to.equal(false);
  });

  it('is true of words with short pauses between them, and not of single noises or of a quiet room', async () => {
    const { call, hear } = await createCall();
    await call.setMicrophone(false);
    for (let count = 0; count < 10; count += 1) {
      hear(LOUD, 200);
      hear(0, 800);
    }
    hear(0.05, 5000);
    expect(call.state.isSpeakingMuted).to.equal(false);
    for (let word = 0; word < 4; word += 1) {
      hear(LOUD, 200);
      hear(0, 200);
    }
    expect(call.state.isSpeakingMuted).to.equal(true);
  });

  it('is false at once with un-muting, and stays so while it is on', async () => {
    const { call, hear } = await createCall();
    await call.setMicrophone(false);
    hear(LOUD, 1000);
    expect(call.state.isSpeakingMuted).to.equal(true);
    const on = call.setMicrophone(true);
    expect(call.state.isSpeakingMuted).to.equal(false);
    await on;
    hear(LOUD, 2000);
    expect(call.state.isSpeakingMuted).to.equal(false);
    expect(call.state.self.speaking).to.equal(true);
    await call.setMicrophone(false);
    hear(LOUD, 300);
    expect(call.state.isSpeakingMuted).to.equal(false);
  });

  it('tells nobody of each level, nor that this one speaks', async () => {
    const { call, hear, events, engine } = await createCall();
    await call.setMicrophone(false);
    await settle();
    const levels: number[] = [];
    const changes: boolean[] = [];
    let updates = 0;
    call.onAudioLevel(call.state.self.id, (level) => levels.push(level));
    call.subscribe(
      (state) => state.isSpeakingMuted,
      (value) => changes.push(value),
    );
    call.subscribe(
      (state) => state,
      () => (updates += 1),
    );
    const [before, sent] = [events.length, engine.sent.length];
    for (let second = 0; second < 5; second += 1) {
      hear(LOUD, 1000);
      await settle();
    }
    expect(changes).to.deep.equal([true]);
    expect([updates, events.length - before, levels.length, engine.sent.length - sent]).to.deep.equal([1, 0, 0, 0]);
    expect(call.state.self.speaking).to.equal(false);
  });

  it('is false until what tells it is loaded, and muting is safe until then', async () => {
    const harness = await createJoinedCall({ input: { cameraOff: true } });
    await harness.call.setMicrophone(false);
    expect([harness.call.state.microphone, harness.call.state.isSpeakingMuted]).to.deep.equal(['off', false]);
    await harness.call.leave();
    expect(track(harness)).to.equal(undefined);
  });

  it('stands for one stay: in the next one it begins anew', async () => {
    const harness = await createStandingCall({ input: { cameraOff: true } });
    await harness.call.leave();
    await harness.call.join();
    await loadLate();
    expect(harness.call.state.microphone).to.equal('on');
    await harness.call.setMicrophone(false);
    expect(isOpen(harness)).to.equal(true);
    await harness.call.leave();
    expect(track(harness)).to.equal(undefined);
  });
});
