import { expect } from '@open-wc/testing';
import { NexError } from '../../../../src/base/nex-error.js';
import type { Device } from '../../../../src/media/media-port.js';
import { settle, type CallHarness } from '../../../support/call-harness.js';
import {
  createMeteredCall as createCall,
  isMicrophoneOpen as isOpen,
  microphoneStarts as starts,
  microphoneTrack as track,
} from '../../../support/muted-call.js';

const microphone = (id: string): Device => ({ kind: 'microphone', id, label: id });
const LOUD = 0.3;

describe('a muted microphone that was kept open is closed', () => {
  const ends: Record<string, (harness: CallHarness) => Promise<unknown> | void> = {
    'by leaving': ({ call }) => call.leave(),
    'by closing': ({ call }) => call.close(),
    'when this one is removed': ({ engine }) => {
      engine.tell('phase', { phase: 'left', isSignalingReachable: false });
    },
    'when the call is lost': ({ engine }) => {
      engine.tell('phase', { phase: 'failed', isSignalingReachable: false });
    },
    'when the system takes it': ({ media }) => {
      media.mute('microphone', true);
    },
    'when the default becomes another one': ({ media }) => {
      media.changeDefault();
    },
  };
  for (const [when, end] of Object.entries(ends)) {
    it(when, async () => {
      const harness = await createCall();
      const { call, hear, named } = harness;
      await call.setMicrophone(false);
      const open = track(harness);
      hear(LOUD, 1000);
      expect([open!.readyState, call.state.isSpeakingMuted]).to.deep.equal(['live', true]);
      const before = named('error').length;
      const ended = end(harness);
      expect([open!.readyState, track(harness)]).to.deep.equal(['ended', undefined]);
      await ended;
      await settle();
      expect([call.state.microphone, call.state.mediaErrors.microphone]).to.deep.equal(['off', null]);
      expect(call.state.isSpeakingMuted).to.equal(false);
      if (call.state.status === 'connected') {
        expect(named('error')).to.have.length(before);
        await call.setMicrophone(true);
        expect([call.state.microphone, starts(harness)]).to.deep.equal(['on', 2]);
      }
    });
  }

  it('when another one is chosen, which is opened only by un-muting', async () => {
    const harness = await createCall();
    const { call, media, engine } = harness;
    media.setDevices([microphone('a'), microphone('b')]);
    await call.setMicrophone(false);
    const open = track(harness);
    const choosing = call.selectDevice('microphone', 'b');
    expect([open!.readyState, isOpen(harness)]).to.deep.equal(['ended', false]);
    await choosing;
    expect([starts(harness), isOpen(harness)]).to.deep.equal([1, false]);
    await call.setMicrophone(true);
    expect(media.captureCalls.at(-1)).to.deep.equal({ source: 'microphone', deviceId: 'b' });
    expect(engine.published.get('microphone')!.getSettings().deviceId).to.equal('b');
  });

  it('when the chosen one, for which it stood in, is plugged in again', async () => {
    const harness = await createCall();
    const { call, media } = harness;
    media.setDevices([microphone('a'), microphone('b')]);
    await call.selectDevice('microphone', 'b');
    media.setDevices([microphone('a')]);
    media.end('microphone', new NexError('media/capture-ended', 'Unplugged'));
    await settle();
    expect(track(harness)!.getSettings().deviceId).to.equal('a');
    await call.setMicrophone(false);
    expect(isOpen(harness)).to.equal(true);
    media.setDevices([microphone('a'), microphone('b')]);
    await settle();
    expect(isOpen(harness)).to.equal(false);
    await call.setMicrophone(true);
    expect(track(harness)!.getSettings().deviceId).to.equal('b');
  });

  it('by hiding the page on a phone, and not on a desk', async () => {
    for (const isHandheld of [true, false]) {
      const harness = await createCall({ world: { isHandheld } });
      await harness.call.setMicrophone(false);
      harness.world.setPage('hidden');
      expect(isOpen(harness)).to.equal(!isHandheld);
      await harness.call.setMicrophone(true);
      await harness.call.setMicrophone(false);
      // From the lock screen.
      expect(isOpen(harness)).to.equal(!isHandheld);
    }
  });
});
