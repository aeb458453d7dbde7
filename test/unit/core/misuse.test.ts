import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import { Core } from '../../../src/core/core.js';
import type { ConnectionHandle, CoreConfig } from '../../../src/core/nexrtc-core.js';
import { codeOf } from '../../support/call-harness.js';
import { CONFIG, createCoreBench, createJoinedCore } from '../../support/core-bench.js';
import { createFakeCall } from '../../support/fake-call.js';

describe('a core that is misused', () => {
  it('refuses everything before it is initialized, and after it was destroyed', async () => {
    const { core: other, handle } = await createCoreBench();
    const core = new Core({ createCall: () => createFakeCall() });
    const attempts = (subject: Core): Promise<unknown>[] => [
      subject.createConnection('room'),
      ...(['joinRoom', 'leaveRoom', 'toggleVideo', 'toggleAudio', 'getStats'] as const).map((name) => subject[name](handle)),
    ];
    for (const attempt of attempts(core)) expect(await codeOf(attempt)).to.equal('call/invalid-state');
    await other.destroy();
    await other.destroy();
    for (const attempt of [...attempts(other), other.initialize(CONFIG)]) expect(await codeOf(attempt)).to.equal('call/invalid-state');
  });

  it('refuses the handle of another core, and what is no handle', async () => {
    const [one, other] = [await createCoreBench(), await createCoreBench()];
    for (const handle of [other.handle, { ...one.handle }, {} as ConnectionHandle])
      expect(await codeOf(one.core.joinRoom(handle))).to.equal('call/invalid-state');
    expect(await codeOf(one.core.joinRoom(null as unknown as ConnectionHandle))).to.equal('call/invalid-state');
  });

  it('is initialized once', async () => {
    const { core } = await createCoreBench();
    expect(await codeOf(core.initialize(CONFIG))).to.equal('call/invalid-state');
  });

  const bad: readonly [string, unknown][] = [
    ['config', null],
    ['signaling', { ...CONFIG, signaling: undefined }],
    ['signaling.url', { ...CONFIG, signaling: { url: '' } }],
    ['signaling.url', { ...CONFIG, signaling: { url: 'ftp://signal.example' } }],
    ['signaling.token', { ...CONFIG, signaling: { url: 'https://signal.example/', token: 7 } }],
    ['signaling.reconnectAttempts', { ...CONFIG, signaling: { url: 'https://signal.example/', reconnectAttempts: -1 } }],
    ['signaling.reconnectAttempts', { ...CONFIG, signaling: { url: 'https://signal.example/', reconnectAttempts: 1.5 } }],
    ['iceServers', { ...CONFIG, iceServers: undefined }],
    ['iceServers', { ...CONFIG, iceServers: [{ urls: 'https://turn.example' }] }],
    ['media', { ...CONFIG, media: true }],
    ['media.video', { ...CONFIG, media: { video: 'yes', audio: true } }],
    ['media.audio', { ...CONFIG, media: { video: true } }],
    ['debug', { ...CONFIG, debug: 'all' }],
  ];
  for (const [option, config] of bad) {
    it(`refuses a configuration by the name of what is wrong: ${option} of ${JSON.stringify(config)}`, async () => {
      const core = new Core({ createCall: () => createFakeCall() });
      const error = await core.initialize(config as CoreConfig).catch((thrown: unknown) => thrown as NexError);
      expect(error).to.be.instanceOf(NexError);
      expect([(error as NexError).code, (error as NexError).detail.option]).to.deep.equal(['config/invalid', option]);
      await core.initialize(CONFIG);
    });
  }

  it('refuses a room without a name', async () => {
    const { core } = await createCoreBench();
    expect(await codeOf(core.createConnection(' '))).to.equal('config/invalid');
    expect(await codeOf(core.createConnection(undefined as unknown as string))).to.equal('config/invalid');
  });

  it('toggles nothing while in no room, nor what the configuration left out', async () => {
    const { core, handle } = await createCoreBench();
    expect(await codeOf(core.toggleVideo(handle))).to.equal('call/invalid-state');
    const without = await createJoinedCore({ ...CONFIG, media: { video: false, audio: false } });
    expect(await codeOf(without.core.toggleVideo(without.handle))).to.equal('call/not-allowed');
    expect(await codeOf(without.core.toggleAudio(without.handle))).to.equal('call/not-allowed');
    expect(without.call.calls.map(({ intent }) => intent)).to.deep.equal(['join']);
  });
});
