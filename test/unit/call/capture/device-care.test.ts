import { expect } from '@open-wc/testing';
import type { Device } from '../../../../src/media/media-port.js';
import { codeOf, createCallHarness, createStandingCall, loadLate, settle, type CallHarness } from '../../../support/call-harness.js';

const camera = (id: string, label: string): Device => ({ kind: 'camera', id, label });
const FRONT = camera('f', 'camera2 1, facing front');
const BACK = camera('b', 'camera2 0, facing back');

interface TrackFeatures {
  readonly capabilities?: object;
  readonly settings?: object;
  readonly refusal?: Error;
}

/** Makes the camera of a running call one that can do these things; what is asked of it is written down. */
async function giveFeatures({ call, media }: CallHarness, { capabilities = {}, settings = {}, refusal }: TrackFeatures): Promise<object[]> {
  const asked: object[] = [];
  await call.setCamera(false);
  const capture = media.captureCamera.bind(media);
  media.captureCamera = async (deviceId) => {
    const track = await capture(deviceId);
    const now = { ...track.getSettings(), ...settings };
    track.getSettings = () => now;
    track.getCapabilities = () => capabilities;
    track.applyConstraints = (constraints) => {
      const wish = constraints!.advanced![0]!;
      asked.push(wish);
      if (refusal !== undefined) return Promise.reject(refusal);
      Object.assign(now, wish);
      return Promise.resolve();
    };
    return track;
  };
  await call.setCamera(true);
  await settle();
  return asked;
}

describe('what a call does for its device', () => {
  describe('the other camera', () => {
    it('is offered where there is one, and on every phone', async () => {
      const { call, media } = createCallHarness();
      expect(call.state.can.flipCamera).to.equal(false);
      media.setDevices([FRONT]);
      expect(call.state.can.flipCamera).to.equal(false);
      expect(await codeOf(call.flipCamera())).to.equal('call/not-allowed');
      media.setDevices([FRONT, BACK]);
      expect(call.state.can.flipCamera).to.equal(true);
      expect(createCallHarness({ world: { isHandheld: true } }).call.state.can.flipCamera).to.equal(true);
      expect(createCallHarness({ world: { isHandheld: true }, input: { noVideo: true } }).call.state.can.flipCamera).to.equal(false);
    });

    it('is gone over to without an end of the picture, and remembered', async () => {
      const harness = await createStandingCall();
      const { call, media, deviceMemory } = harness;
      media.setDevices([FRONT, BACK]);
      await call.selectDevice('camera', 'f');
      const states: string[] = [];
      call.on('media-changed', (event) => states.push(event.camera));
      await call.flipCamera();
      expect(media.captureCalls.at(-1)).to.deep.equal({ source: 'camera', deviceId: 'b' });
      expect(call.state.selectedDevices.camera).to.equal('b');
      expect(deviceMemory.choice.camera).to.equal('b');
      expect(states).to.deep.equal([]);
      await call.flipCamera();
      expect(call.state.selectedDevices.camera).to.equal('f');
    });

    it('is found by what the browser says of each where labels say nothing', async () => {
      const harness = await createStandingCall();
      const { call, media, deviceCare } = harness;
      media.setDevices([camera('1', 'Kamera 1'), camera('2', 'Kamera 2'), camera('3', 'Kamera 3')]);
      deviceCare.facings = new Map([
        ['1', 'user'],
        ['2', 'user'],
        ['3', 'environment'],
      ]);
      await call.selectDevice('camera', '1');
      await call.flipCamera();
      expect(call.state.selectedDevices.camera).to.equal('3');
      await call.flipCamera();
      expect(call.state.selectedDevices.camera).to.equal('1');
    });

    it('is asked for by its side where no camera is named', async () => {
      const harness = await createStandingCall({ world: { isHandheld: true } });
      harness.media.settings.camera = { facingMode: 'user' };
      await harness.call.setCamera(false);
      await harness.call.setCamera(true);
      await harness.call.flipCamera();
      expect(harness.media.captureCalls.at(-1)).to.deep.equal({ source: 'camera', deviceId: 'environment' });
      harness.media.settings.camera = { facingMode: 'environment' };
      await harness.call.setCamera(false);
      await harness.call.setCamera(true);
      await harness.call.flipCamera();
      expect(harness.media.captureCalls.at(-1)).to.deep.equal({ source: 'camera', deviceId: 'user' });
    });

    it('does without what cannot be loaded', async () => {
      const harness = await createStandingCall({ loadDeviceCare: () => Promise.reject(new Error('offline')) });
      harness.media.setDevices([FRONT, BACK]);
      await harness.call.selectDevice('camera', 'f');
      await harness.call.flipCamera();
      expect(harness.call.state.selectedDevices.camera).to.equal('b');
    });
  });

  describe('the features of the camera', () => {
    it('are those of the one in use, and none while it is off', async () => {
      const harness = await createStandingCall();
      await giveFeatures(harness, {
        capabilities: { torch: true, zoom: { min: 1, max: 4, step: 0.5 } },
        settings: { facingMode: 'environment', torch: false, zoom: 2 },
      });
      expect(harness.call.state.cameraFeatures).to.deep.equal({
        facing: 'environment',
        torch: { isOn: false },
        zoom: { min: 1, max: 4, step: 0.5, value: 2 },
      });
      expect(Object.isFrozen(harness.call.state.cameraFeatures)).to.equal(true);
      await harness.call.setCamera(false);
      await settle();
      expect(harness.call.state.cameraFeatures).to.equal(null);
    });

    it('are null where the camera has none', async () => {
      const harness = await createStandingCall();
      await giveFeatures(harness, { capabilities: { torch: [false], zoom: { min: 1, max: 1 } } });
      expect(harness.call.state.cameraFeatures).to.deep.equal({ facing: null, torch: null, zoom: null });
      expect(await codeOf(harness.call.setTorch(true))).to.equal('call/not-allowed');
      expect(await codeOf(harness.call.setCameraZoom(1))).to.equal('call/not-allowed');
    });

    it('are set on the camera, and shown as it then is', async () => {
      const harness = await createStandingCall();
      const asked = await giveFeatures(harness, { capabilities: { torch: true, zoom: { min: 1, max: 4 } }, settings: { zoom: 1 } });
      await harness.call.setTorch(true);
      await harness.call.setCameraZoom(3);
      expect(asked).to.deep.equal([{ torch: true }, { zoom: 3 }]);
      expect(harness.call.state.cameraFeatures).to.deep.include({ torch: { isOn: true }, zoom: { min: 1, max: 4, step: 0.1, value: 3 } });
      for (const value of [0.9, 4.1, NaN, '2'])
        expect(await codeOf(harness.call.setCameraZoom(value as number)), String(value)).to.equal('config/invalid');
    });

    it('stay as they are when the camera refuses', async () => {
      const harness = await createStandingCall();
      await giveFeatures(harness, { capabilities: { torch: true }, refusal: new DOMException('no', 'OverconstrainedError') });
      expect(await codeOf(harness.call.setTorch(true))).to.equal('media/constraints-unmet');
      expect(harness.call.state.cameraFeatures?.torch).to.deep.equal({ isOn: false });
    });
  });

  describe('the screen and the buttons of the system', () => {
    it('are taken in the call only', async () => {
      const harness = createCallHarness();
      expect(harness.deviceCare.isLockHeld).to.equal(false);
      await harness.call.join();
      await loadLate();
      expect(harness.deviceCare.isLockHeld).to.equal(true);
      expect(harness.deviceCare.title).to.equal(document.title);
      await harness.call.leave();
      expect(harness.deviceCare).to.include({ isLockHeld: false, actions: null });
      await harness.call.join();
      await loadLate();
      expect(harness.deviceCare.isLockHeld).to.equal(true);
      await harness.call.close();
      expect(harness.deviceCare).to.include({ isLockHeld: false, isLockClosed: true, actions: null });
    });

    it('are not taken when the call ended before they came', async () => {
      let arrive = (): void => undefined;
      const arrival = new Promise<void>((resolve) => (arrive = resolve));
      const harness: CallHarness = createCallHarness({
        loadDeviceCare: async () => {
          await arrival;
          return harness.deviceCare;
        },
      });
      await harness.call.join();
      await loadLate();
      await harness.call.leave();
      arrive();
      await settle();
      expect(harness.deviceCare).to.include({ holdCount: 0, isLockHeld: false, actions: null });
    });

    it('show how it stands, and do what they say', async () => {
      const harness = await createStandingCall();
      const { call, deviceCare } = harness;
      expect(deviceCare.shown).to.deep.equal({ microphone: true, camera: true });
      deviceCare.actions!.toggleMicrophone();
      deviceCare.actions!.toggleCamera();
      await settle();
      expect([call.state.microphone, call.state.camera]).to.deep.equal(['off', 'off']);
      expect(deviceCare.shown).to.deep.equal({ microphone: false, camera: false });
      deviceCare.actions!.toggleMicrophone();
      await settle();
      expect(call.state.microphone).to.equal('on');
      deviceCare.actions!.hangUp();
      await settle();
      expect(call.state.status).to.equal('ended');
    });
  });
});
