import { expect } from '@open-wc/testing';
import { NexError } from '../../../../src/base/nex-error.js';
import type { Device } from '../../../../src/media/media-port.js';
import { createCallHarness, loadLate, settle } from '../../../support/call-harness.js';
import {
  createMeteredCall as createCall,
  isMicrophoneOpen as isOpen,
  microphoneStarts as starts,
  microphoneTrack as track,
} from '../../../support/muted-call.js';

const microphone = (id: string): Device => ({ kind: 'microphone', id, label: id });
const LOUD = 0.3;

describe('a microphone that is muted in the room', () => {
  it('is sent to nobody at once, is off for everybody, and stays open on this device', async () => {
    const harness = await createCall();
    const { call, engine } = harness;
    engine.meet('a');
    const open = track(harness);
    const muting = call.setMicrophone(false);
    expect(engine.publishCalls.at(-1)).to.deep.equal({ source: 'microphone', track: null });
    await muting;
    expect([call.state.microphone, call.state.self.microphone, call.state.self.microphoneStream]).to.deep.equal(['off', 'off', null]);
    expect(engine.sent.at(-1)!.data).to.include({ microphone: false });
    expect(engine.published.get('microphone')).to.equal(null);
    expect([open!.readyState, track(harness)]).to.deep.equal(['live', open]);
  });

  it('is back without asking for the device again, however often', async () => {
    const harness = await createCall();
    const { call, engine } = harness;
    engine.meet('a');
    const open = track(harness);
    for (let press = 0; press < 3; press += 1) {
      await call.setMicrophone(false);
      await call.setMicrophone(true);
      expect([call.state.microphone, engine.published.get('microphone')]).to.deep.equal(['on', open]);
      expect(call.state.self.microphoneStream!.getTracks()).to.deep.equal([open]);
      expect(engine.sent.at(-1)!.data).to.include({ microphone: true });
    }
    expect(starts(harness)).to.equal(1);
  });

  it('is still open when it is muted once more', async () => {
    const harness = await createCall();
    await harness.call.setMicrophone(false);
    await harness.call.setMicrophone(false);
    expect(isOpen(harness)).to.equal(true);
  });

  it('is muted again while un-muting is on its way to the others, and stays open', async () => {
    const harness = await createCall();
    const { call, engine } = harness;
    await call.setMicrophone(false);
    let open = (): void => undefined;
    engine.publishing = new Promise((resolve) => {
      open = resolve;
    });
    const on = call.setMicrophone(true).catch(() => undefined);
    await settle();
    expect(call.state.microphone).to.equal('pending');
    const off = call.setMicrophone(false);
    open();
    await Promise.all([on, off]);
    expect([call.state.microphone, engine.published.get('microphone'), isOpen(harness)]).to.deep.equal(['off', null, true]);
    await call.setMicrophone(true);
    expect(starts(harness)).to.equal(1);
  });

  it('follows the last wish when all come at once, with nothing open that nobody knows of', async () => {
    const harness = await createCall();
    const { call, engine } = harness;
    for (const presses of [1, 2, 3, 4, 5, 6]) {
      await call.setMicrophone(false);
      await Promise.allSettled(Array.from({ length: presses }, (_, press) => call.setMicrophone(press % 2 === 0)));
      await settle();
      const isOn = presses % 2 === 1;
      expect(call.state.microphone).to.equal(isOn ? 'on' : 'off');
      expect(engine.published.get('microphone')).to.equal(isOn ? track(harness) : null);
      await call.setMicrophone(true);
      expect([call.state.microphone, engine.published.get('microphone')]).to.deep.equal(['on', track(harness)]);
    }
    await call.leave();
    expect(track(harness)).to.equal(undefined);
  });

  it('is not on again after a reload, nor when joining again muted', async () => {
    const harness = await createCall();
    const { call, restoreStore } = harness;
    await settle();
    await call.setMicrophone(false);
    await settle();
    for (const { mark } of restoreStore.marks.values()) expect(mark.microphone).to.equal(false);
    await call.leave();
    await call.join();
    await loadLate();
    expect([call.state.microphone, isOpen(harness), starts(harness)]).to.deep.equal(['off', false, 1]);
  });

  it('is forgotten without a word when it ends by itself', async () => {
    const harness = await createCall();
    const { call, media, named, engine } = harness;
    await call.setMicrophone(false);
    const [published, told] = [engine.publishCalls.length, named('media-changed').length];
    media.setDevices([]);
    media.end('microphone', new NexError('media/capture-ended', 'Unplugged'));
    await settle();
    expect([call.state.microphone, call.state.mediaErrors.microphone]).to.deep.equal(['off', null]);
    expect([named('error').length, named('media-changed').length, engine.publishCalls.length]).to.deep.equal([0, told, published]);
    media.setDevices([microphone('a')]);
    await settle();
    expect([starts(harness), call.state.microphone]).to.deep.equal([1, 'off']);
    await call.setMicrophone(true);
    expect([call.state.microphone, starts(harness)]).to.deep.equal(['on', 2]);
  });

  it('is opened anew when what was kept turns out to have ended', async () => {
    const harness = await createCall();
    await harness.call.setMicrophone(false);
    track(harness)!.stop();
    await harness.call.setMicrophone(true);
    expect([starts(harness), track(harness)!.readyState]).to.deep.equal([2, 'live']);
  });

  describe('is not kept', () => {
    it('in the lobby', async () => {
      const harness = createCallHarness();
      harness.call.enterLobby();
      await harness.call.setMicrophone(true);
      await harness.call.setMicrophone(false);
      expect(track(harness)).to.equal(undefined);
    });

    it('in the lobby after a call, nor after the call', async () => {
      const harness = await createCall();
      await harness.call.leave();
      harness.call.enterLobby();
      await harness.call.setMicrophone(true);
      const open = track(harness);
      await harness.call.setMicrophone(false);
      expect([open!.readyState, track(harness)]).to.deep.equal(['ended', undefined]);
    });

    it('when it was never on', async () => {
      const harness = await createCall({ input: { muted: true } });
      await harness.call.setMicrophone(false);
      harness.hear(LOUD, 1000);
      expect([starts(harness), harness.call.state.isSpeakingMuted]).to.deep.equal([0, false]);
    });

    it('when it is turned off while it is being started', async () => {
      const harness = await createCall({ input: { muted: true } });
      const { call, media } = harness;
      let open = (): void => undefined;
      media.delays.microphone = new Promise((resolve) => {
        open = resolve;
      });
      const on = call.setMicrophone(true).catch(() => undefined);
      await settle();
      const off = call.setMicrophone(false);
      open();
      await Promise.all([on, off]);
      expect(track(harness)).to.equal(undefined);
    });

    it('when another one is being started in its place: none of them is left open', async () => {
      const harness = await createCall();
      const { call, media } = harness;
      let open = (): void => undefined;
      media.delays.microphone = new Promise((resolve) => {
        open = resolve;
      });
      media.changeDefault();
      await settle();
      expect(starts(harness)).to.equal(2);
      const off = call.setMicrophone(false);
      open();
      await off;
      await settle();
      expect(track(harness)).to.equal(undefined);
    });

    it('while the system has it', async () => {
      const harness = await createCall();
      harness.media.mute('microphone', true);
      await settle();
      expect(harness.call.state.microphone).to.equal('blocked');
      await harness.call.setMicrophone(false);
      expect(track(harness)).to.equal(undefined);
    });

    it('when it cannot be sent', async () => {
      const harness = await createCall({ input: { muted: true } });
      harness.engine.publishing = Promise.reject(new NexError('peer/negotiation-failed', 'No'));
      harness.engine.publishing.catch(() => undefined);
      await harness.call.setMicrophone(true).catch(() => undefined);
      expect([harness.call.state.microphone, track(harness)]).to.deep.equal(['blocked', undefined]);
    });
  });
});
