import { expect } from '@open-wc/testing';
import { NexError, type ErrorCode } from '../../../../src/base/nex-error.js';
import { codeOf, createCallHarness, settle } from '../../../support/call-harness.js';

function gate(): { promise: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

describe('captures of a call', () => {
  it('are never on before they are', async () => {
    const { call, media } = createCallHarness();
    const waiting = gate();
    media.delays.camera = waiting.promise;
    const turning = call.setCamera(true);
    await settle();
    expect(call.state.camera).to.equal('pending');
    expect(call.state.self.cameraStream).to.equal(null);
    waiting.open();
    await turning;
    expect(call.state.camera).to.equal('on');
    expect(call.state.self.cameraStream!.getVideoTracks()).to.deep.equal(media.running.get('camera'));
  });

  it('stop the camera within the same task', async () => {
    const { call, media } = createCallHarness();
    await call.setCamera(true);
    const track = media.running.get('camera')![0]!;
    const off = call.setCamera(false);
    expect(track.readyState).to.equal('ended');
    expect(media.running.has('camera')).to.equal(false);
    await off;
    expect(call.state.camera).to.equal('off');
    expect(call.state.self.cameraStream).to.equal(null);
  });

  for (const code of [
    'media/permission-denied',
    'media/device-not-found',
    'media/device-in-use',
    'media/constraints-unmet',
  ] as ErrorCode[]) {
    it(`are blocked by ${code}, with the reason in the state, until it works again`, async () => {
      const { call, media, named } = createCallHarness();
      const error = new NexError(code, 'No');
      media.failures.microphone = error;
      expect(await codeOf(call.setMicrophone(true))).to.equal(code);
      expect(call.state.microphone).to.equal('blocked');
      expect(call.state.mediaErrors.microphone).to.equal(error);
      expect(call.state.mediaErrors.camera).to.equal(null);
      expect(named('error')).to.deep.equal([{ error }]);
      delete media.failures.microphone;
      await call.setMicrophone(true);
      expect(call.state.microphone).to.equal('on');
      expect(call.state.mediaErrors.microphone).to.equal(null);
    });
  }

  it('that are blocked can be turned off', async () => {
    const { call, media } = createCallHarness();
    media.failures.camera = new NexError('media/device-in-use', 'No');
    await codeOf(call.setCamera(true));
    await call.setCamera(false);
    expect(call.state.camera).to.equal('off');
    expect(call.state.mediaErrors.camera).to.equal(null);
  });

  it('that end by themselves are blocked, taken back from the others and told', async () => {
    const { call, media, engines, named } = createCallHarness({ input: { cameraOff: true } });
    await call.join();
    await settle();
    const error = new NexError('media/capture-ended', 'Unplugged');
    media.end('microphone', error);
    await settle();
    expect(call.state.microphone).to.equal('blocked');
    expect(call.state.mediaErrors.microphone).to.equal(error);
    expect(engines[0]!.published.get('microphone')).to.equal(null);
    expect(named('error')).to.deep.equal([{ error }]);
    expect(call.state.status).to.equal('connected');
  });

  it('follow the last wish when wishes come faster than the device', async () => {
    const { call, media } = createCallHarness();
    const waiting = gate();
    media.delays.camera = waiting.promise;
    const first = codeOf(call.setCamera(true));
    const second = call.setCamera(false);
    waiting.open();
    expect(await first).to.equal('call/aborted');
    await second;
    await settle();
    expect(call.state.camera).to.equal('off');
    expect(media.running.has('camera')).to.equal(false);
  });

  it('are on after on, off, on', async () => {
    const { call, media } = createCallHarness();
    const waiting = gate();
    media.delays.camera = waiting.promise;
    const all = Promise.allSettled([call.setCamera(true), call.setCamera(false), call.setCamera(true)]);
    waiting.open();
    const results = await all;
    expect(results.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    expect(call.state.camera).to.equal('on');
    expect(media.running.get('camera')![0]!.readyState).to.equal('live');
  });

  it('settle as the last press of a push to talk says, however fast the presses and however slow the device', async () => {
    for (const presses of [1, 2, 5, 10, 11]) {
      const { call, media, engines } = createCallHarness({ input: { muted: true, cameraOff: true } });
      await call.join();
      const wishes: Promise<void>[] = [];
      for (let press = 0; press < presses; press += 1) {
        const waiting = gate();
        media.delays.microphone = waiting.promise;
        wishes.push(call.setMicrophone(press % 2 === 0));
        // Now before, now after the next press; the device answers in between.
        if (press % 3 === 0) await settle();
        waiting.open();
        if (press % 3 === 1) await settle();
      }
      const results = await Promise.allSettled(wishes);
      await settle();
      const isOn = presses % 2 === 1;
      expect(results.at(-1)!.status).to.equal('fulfilled');
      expect(call.state.microphone).to.equal(isOn ? 'on' : 'off');
      expect(media.running.has('microphone')).to.equal(isOn);
      expect(engines[0]!.published.get('microphone') ?? null).to.equal(isOn ? media.running.get('microphone')![0] : null);
    }
  });

  it('are published when joined, and taken back when turned off', async () => {
    const { call, media, engines } = createCallHarness();
    await call.join();
    await settle();
    const engine = engines[0]!;
    expect(engine.published.get('microphone')).to.equal(media.running.get('microphone')![0]);
    expect(engine.published.get('camera')).to.equal(media.running.get('camera')![0]);
    await call.setCamera(false);
    expect(engine.published.get('camera')).to.equal(null);
    expect(engine.published.get('microphone')).to.equal(media.running.get('microphone')![0]);
  });

  it('are pending until the others can be sent to', async () => {
    const waiting = gate();
    const { call } = createCallHarness({
      input: { muted: true, cameraOff: true },
      prepare: (engine) => {
        engine.publishing = waiting.promise;
      },
    });
    await call.join();
    const turning = call.setMicrophone(true);
    await settle();
    expect(call.state.microphone).to.equal('pending');
    waiting.open();
    await turning;
    expect(call.state.microphone).to.equal('on');
  });

  it('that cannot be sent are stopped and blocked', async () => {
    const { call, media } = createCallHarness({
      input: { muted: true, cameraOff: true },
      prepare: (engine) => {
        engine.publishing = Promise.reject(new Error('no'));
        engine.publishing.catch(() => undefined);
      },
    });
    await call.join();
    expect(await codeOf(call.setCamera(true))).to.equal('peer/negotiation-failed');
    expect(call.state.camera).to.equal('blocked');
    expect(media.running.has('camera')).to.equal(false);
  });

  it('of the lobby are used again in the call', async () => {
    const { call, media, engines } = createCallHarness();
    call.enterLobby();
    expect(media.captureCalls).to.deep.equal([]);
    await call.setCamera(true);
    const stream = call.state.self.cameraStream;
    await call.join();
    await settle();
    expect(media.captureCalls.filter(({ source }) => source === 'camera')).to.have.length(1);
    expect(call.state.self.cameraStream).to.equal(stream);
    expect(engines[0]!.published.get('camera')).to.equal(stream!.getVideoTracks()[0]);
  });

  it('that were turned off in the lobby stay off in the call', async () => {
    const { call, media } = createCallHarness();
    call.enterLobby();
    await call.setCamera(false);
    await call.setMicrophone(true);
    await call.join();
    await settle();
    expect(call.state.camera).to.equal('off');
    expect(media.captureCalls.map(({ source }) => source)).to.deep.equal(['microphone']);
  });

  it('change the device without being off in between', async () => {
    const { call, media, engines } = createCallHarness();
    await call.join();
    await settle();
    const states: string[] = [];
    call.subscribe(
      (state) => state.camera,
      (camera) => states.push(camera),
    );
    await call.selectDevice('camera', 'back');
    expect(media.captureCalls.at(-1)).to.deep.equal({ source: 'camera', deviceId: 'back' });
    expect(call.state.selectedDevices.camera).to.equal('back');
    expect(engines[0]!.published.get('camera')).to.equal(media.running.get('camera')![0]);
    expect(states).to.deep.equal([]);
  });

  it('go on with the present device when the other cannot be used', async () => {
    const { call, media } = createCallHarness();
    await call.setCamera(true);
    const track = media.running.get('camera')![0];
    media.failures.camera = new NexError('media/device-in-use', 'No');
    expect(await codeOf(call.selectDevice('camera', 'back'))).to.equal('media/device-in-use');
    expect(call.state.camera).to.equal('on');
    expect(call.state.selectedDevices.camera).to.equal(null);
    expect(call.state.self.cameraStream!.getVideoTracks()[0]).to.equal(track);
  });

  it('remember a device that is chosen before it is needed', async () => {
    const { call, media } = createCallHarness();
    await call.selectDevice('microphone', 'usb');
    expect(media.captureCalls).to.deep.equal([]);
    await call.setMicrophone(true);
    expect(media.captureCalls).to.deep.equal([{ source: 'microphone', deviceId: 'usb' }]);
  });

  it("share a screen with its sound, and stop from the browser's own bar without an error", async () => {
    const { call, media, engines, named } = createCallHarness({ input: { cameraOff: true } });
    await call.join();
    await call.setScreenShare(true);
    const [video, audio] = media.running.get('screen')!;
    expect(engines[0]!.published.get('screen')).to.equal(video);
    expect(engines[0]!.published.get('screen-audio')).to.equal(audio);
    expect(call.state.self.screenStream!.getTracks()).to.deep.equal([video]);
    media.end('screen', null);
    await settle();
    expect(call.state.screen).to.equal('off');
    expect(engines[0]!.published.get('screen')).to.equal(null);
    expect(engines[0]!.published.get('screen-audio')).to.equal(null);
    expect(named('error')).to.deep.equal([]);
  });

  it('take a closed screen picker for a change of mind', async () => {
    const { call, media } = createCallHarness({ input: { cameraOff: true } });
    await call.join();
    media.failures.screen = new NexError('media/permission-denied', 'Closed');
    expect(await codeOf(call.setScreenShare(true))).to.equal('media/permission-denied');
    expect(call.state.screen).to.equal('off');
    expect(call.state.mediaErrors.screen!.code).to.equal('media/permission-denied');
  });

  it('share no screen outside a call, and no camera in one without video', async () => {
    const { call, media } = createCallHarness({ input: { noVideo: true } });
    expect(await codeOf(call.setScreenShare(true))).to.equal('call/not-allowed');
    expect(await codeOf(call.setCamera(true))).to.equal('call/not-allowed');
    await call.join();
    await settle();
    expect(media.captureCalls.map(({ source }) => source)).to.deep.equal(['microphone']);
  });

  it('choose the speaker, and keep the old one when the new one fails', async () => {
    const { call, audioOutput } = createCallHarness();
    await call.selectDevice('speaker', 'desk');
    expect(audioOutput.speakerId).to.equal('desk');
    audioOutput.speakerFailure = new NexError('media/device-not-found', 'No');
    expect(await codeOf(call.selectDevice('speaker', 'gone'))).to.equal('media/device-not-found');
    expect(call.state.selectedDevices.speaker).to.equal('desk');
  });
});
