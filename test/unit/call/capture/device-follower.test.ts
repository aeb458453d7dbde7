import { expect } from '@open-wc/testing';
import { NexError } from '../../../../src/base/nex-error.js';
import type { DeviceMove } from '../../../../src/call/call.js';
import type { Device, DeviceKind } from '../../../../src/media/media-port.js';
import { codeOf, createCallHarness, createJoinedCall, settle, type CallHarness } from '../../../support/call-harness.js';
import { FakeDeviceMemory } from '../../../support/fake-media.js';

const device = (kind: DeviceKind, id: string): Device => ({ kind, id, label: id });
const USB = device('microphone', 'usb');
const BUILT_IN = device('microphone', 'built-in');
const CAMERA = device('camera', 'front');
const LOST = new NexError('media/capture-ended', 'Unplugged', { retryable: true });

function remembering(choice: Partial<FakeDeviceMemory['choice']>): FakeDeviceMemory {
  const memory = new FakeDeviceMemory();
  memory.choice = { ...memory.choice, ...choice };
  return memory;
}

function moves({ named }: CallHarness): DeviceMove[] {
  return named('device-changed').flatMap((event) => (event as { moved?: DeviceMove }).moved ?? []);
}

async function unplug(harness: CallHarness, lost: Device): Promise<void> {
  const { media } = harness;
  media.devices = media.devices.filter((one) => one !== lost);
  media.end(lost.kind as 'microphone' | 'camera', LOST);
  media.setDevices(media.devices);
  await settle();
}

describe('a microphone that is unplugged', () => {
  async function joinedWith(devices: readonly Device[]): Promise<CallHarness> {
    const harness = createCallHarness({ deviceMemory: remembering({ microphone: 'usb' }) });
    harness.media.setDevices(devices);
    await harness.call.join();
    await settle();
    return harness;
  }

  it('is told, and another one takes its place and says so', async () => {
    const harness = await joinedWith([USB, BUILT_IN, CAMERA]);
    await unplug(harness, USB);
    const { call, engine, media, named } = harness;
    expect(named('error')).to.deep.equal([{ error: LOST }]);
    expect([call.state.microphone, call.state.camera, call.state.status]).to.deep.equal(['on', 'on', 'connected']);
    expect(engine.published.get('microphone')).to.equal(media.running.get('microphone')![0]);
    expect(moves(harness)).to.deep.equal([{ kind: 'microphone', device: BUILT_IN }]);
    expect(call.state.selectedDevices.microphone).to.equal(null);
  });

  it('is used again when it is back, without being off in between', async () => {
    const harness = await joinedWith([USB, BUILT_IN, CAMERA]);
    await unplug(harness, USB);
    const states: string[] = [];
    harness.call.subscribe(
      (state) => state.microphone,
      (state) => states.push(state),
    );
    harness.media.setDevices([USB, BUILT_IN, CAMERA]);
    await settle();
    expect(moves(harness).at(-1)).to.deep.equal({ kind: 'microphone', device: USB });
    expect(harness.call.state.selectedDevices.microphone).to.equal('usb');
    expect(states).to.deep.equal([]);
  });

  it('leaves the call without one when there is no other, until one is plugged in', async () => {
    const harness = await joinedWith([USB, CAMERA]);
    await unplug(harness, USB);
    const { call, media, clock } = harness;
    expect([call.state.microphone, call.state.camera, call.state.status]).to.deep.equal(['blocked', 'on', 'connected']);
    expect(call.state.mediaErrors.microphone).to.equal(LOST);
    clock.pass(10_000);
    media.setDevices([BUILT_IN, CAMERA]);
    await settle();
    expect(call.state.microphone).to.equal('on');
    expect(moves(harness)).to.deep.equal([{ kind: 'microphone', device: BUILT_IN }]);
  });

  it('that was turned off meanwhile stays off', async () => {
    const harness = await joinedWith([USB, CAMERA]);
    await unplug(harness, USB);
    await harness.call.setMicrophone(false);
    harness.clock.pass(10_000);
    harness.media.setDevices([USB, CAMERA]);
    await settle();
    expect(harness.call.state.microphone).to.equal('off');
  });

  it('is not asked for again and again when it ends at once each time', async () => {
    const harness = await joinedWith([USB, BUILT_IN, CAMERA]);
    const before = harness.media.captureCalls.length;
    for (let turn = 0; turn < 5; turn += 1) {
      harness.media.end('microphone', LOST);
      await settle();
    }
    expect(harness.media.captureCalls.length - before).to.equal(1);
    expect(harness.call.state.microphone).to.equal('blocked');
  });

  it('is not replaced against the visitor, who refused it', async () => {
    const harness = createCallHarness();
    harness.media.failures.microphone = new NexError('media/permission-denied', 'No');
    await harness.call.join();
    await settle();
    const before = harness.media.captureCalls.length;
    harness.media.setDevices([BUILT_IN]);
    await settle();
    expect(harness.media.captureCalls).to.have.length(before);
  });

  it('is found when it was missing at the start', async () => {
    const harness = createCallHarness();
    harness.media.failures.microphone = new NexError('media/device-not-found', 'No');
    await harness.call.join();
    await settle();
    delete harness.media.failures.microphone;
    harness.media.setDevices([BUILT_IN]);
    await settle();
    expect(harness.call.state.microphone).to.equal('on');
  });
});

it('a camera that is unplugged is told and replaced by none, and the sound goes on', async () => {
  const harness = createCallHarness();
  harness.media.setDevices([BUILT_IN, CAMERA, device('camera', 'back')]);
  await harness.call.join();
  await settle();
  await unplug(harness, CAMERA);
  const { call, named, media } = harness;
  expect([call.state.microphone, call.state.camera, call.state.status]).to.deep.equal(['on', 'blocked', 'connected']);
  expect(call.state.mediaErrors.camera).to.equal(LOST);
  expect(named('error')).to.deep.equal([{ error: LOST }]);
  expect(media.captureCalls.filter(({ source }) => source === 'camera')).to.have.length(1);
});

describe('another default microphone', () => {
  it('is used without the sound being off in between', async () => {
    const harness = await createJoinedCall({ input: { cameraOff: true } });
    const { call, engine, media } = harness;
    const track = media.running.get('microphone')![0];
    const states: string[] = [];
    call.subscribe(
      (state) => state.microphone,
      (state) => states.push(state),
    );
    const published = engine.publishCalls.length;
    media.changeDefault();
    await settle();
    expect(media.running.get('microphone')![0]).to.not.equal(track);
    expect(engine.publishCalls.slice(published).map(({ track: sent }) => sent)).to.deep.equal(media.running.get('microphone'));
    expect(states).to.deep.equal([]);
    expect(moves(harness)).to.deep.equal([{ kind: 'microphone', device: null }]);
  });

  for (const [chosen, isFollowed] of [
    ['default', true],
    ['usb', false],
  ] as const) {
    it(`is ${isFollowed ? 'followed' : 'not followed'} while '${chosen}' is chosen`, async () => {
      const harness = await createJoinedCall({ deviceMemory: remembering({ microphone: chosen }), input: { cameraOff: true } });
      harness.media.changeDefault();
      await settle();
      expect(harness.media.captureCalls).to.have.length(isFollowed ? 2 : 1);
    });
  }

  it('turns on no microphone that is off', async () => {
    const { media } = await createJoinedCall({ input: { muted: true, cameraOff: true } });
    media.changeDefault();
    await settle();
    expect(media.captureCalls).to.deep.equal([]);
  });
});

describe('the choice of devices', () => {
  it('is remembered for the next call', async () => {
    const { call, deviceMemory } = createCallHarness();
    await call.selectDevice('camera', 'front');
    await call.selectDevice('microphone', 'usb');
    await call.selectDevice('speaker', 'desk');
    await call.selectDevice('camera', null);
    expect(deviceMemory.choice).to.deep.equal({ microphone: 'usb', camera: null, speaker: 'desk' });
  });

  it('of an earlier call is used and shown', async () => {
    const deviceMemory = remembering({ microphone: 'usb', camera: 'front', speaker: 'desk' });
    const { call, media, audioOutput } = await createJoinedCall({ deviceMemory });
    expect(media.captureCalls).to.deep.include.members([
      { source: 'microphone', deviceId: 'usb' },
      { source: 'camera', deviceId: 'front' },
    ]);
    expect(audioOutput.speakerId).to.equal('desk');
    expect(call.state.selectedDevices).to.deep.equal({ microphone: 'usb', camera: 'front', speaker: 'desk' });
  });

  it('is not shown while the device is missing, and not forgotten', async () => {
    const deviceMemory = remembering({ camera: 'front', speaker: 'desk' });
    const { call, media, audioOutput } = createCallHarness({ deviceMemory });
    media.setDevices([device('camera', ''), device('speaker', '')]);
    expect(call.state.selectedDevices.camera).to.equal('front');
    media.setDevices([device('camera', 'back'), device('speaker', 'box')]);
    expect([call.state.selectedDevices.camera, call.state.selectedDevices.speaker]).to.deep.equal([null, null]);
    expect(audioOutput.speakerId).to.equal(null);
    media.setDevices([CAMERA, device('speaker', 'desk')]);
    expect([call.state.selectedDevices.camera, audioOutput.speakerId]).to.deep.equal(['front', 'desk']);
    expect(deviceMemory.choice.camera).to.equal('front');
  });

  it('that cannot be used is not remembered', async () => {
    const { call, media, deviceMemory } = await createJoinedCall();
    media.failures.camera = new NexError('media/device-in-use', 'No');
    expect(await codeOf(call.selectDevice('camera', 'front'))).to.equal('media/device-in-use');
    expect(deviceMemory.choice.camera).to.equal(null);
  });
});
