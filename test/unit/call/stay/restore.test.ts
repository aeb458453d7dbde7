import { expect } from '@open-wc/testing';
import { deriveRoomKeys } from '../../../../src/security/room-keys.js';
import { createCallHarness, createJoinedCall, settle, type CallHarness, type HarnessOptions } from '../../../support/call-harness.js';
import type { FakeRestoreStore } from '../../../support/fake-world.js';

/** Long enough for real keys to be derived. */
async function untilKept(store: FakeRestoreStore): Promise<void> {
  for (let turn = 0; turn < 200 && store.marks.size === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function untilLookedUp({ call }: CallHarness): Promise<void> {
  for (let turn = 0; turn < 200 && call.state.canResume === null; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Joins, changes something, and is reloaded: what the next page finds. */
async function reloaded(options: HarnessOptions = {}, change?: (harness: CallHarness) => Promise<void>): Promise<FakeRestoreStore> {
  const harness = await createJoinedCall(options);
  await change?.(harness);
  await untilKept(harness.restoreStore);
  harness.world.setPage('unloading');
  harness.world.setPage('hidden');
  harness.restoreStore.reload();
  return harness.restoreStore;
}

const onlyMark = (store: FakeRestoreStore): NonNullable<ReturnType<FakeRestoreStore['find']>> => [...store.marks.values()][0]!.mark;

describe('a call after a reload', () => {
  it('goes on as the same participant, with the same name, time and media', async () => {
    const restoreStore = await reloaded({ input: { name: 'Ada' } }, async ({ call }) => {
      await call.setName('Ada L.');
      await call.setCamera(false);
    });
    const { joinedAt } = onlyMark(restoreStore);
    const harness = createCallHarness({ restoreStore, input: { name: 'Ada' } });
    expect(harness.call.state.canResume).to.equal(null);
    await untilLookedUp(harness);
    expect(harness.call.state.canResume).to.equal(true);
    expect(harness.call.state.options).to.include({ name: 'Ada L.', isMuted: false, isCameraOff: true });
    harness.clock.pass(5000);
    await harness.call.join();
    await settle();
    expect(harness.engineOptions[0]!.resumeId).to.equal('me-0');
    expect(harness.call.state).to.include({ canResume: false, microphone: 'on', camera: 'off' });
    expect(harness.call.state.self).to.include({ id: 'me-0', name: 'Ada L.', joinedAt });
    harness.engine.meet('bob');
    expect(harness.engine.sent.at(-1)!.data).to.include({ joinedAt, camera: false });
  });

  it('goes on when it is joined before that was looked up', async () => {
    const restoreStore = await reloaded({}, ({ call }) => call.setMicrophone(false));
    const harness = createCallHarness({ restoreStore });
    await harness.call.join();
    await settle();
    expect(harness.engineOptions[0]!.resumeId).to.equal('me-0');
    expect(harness.call.state.microphone).to.equal('off');
    expect(harness.media.captureCalls.map(({ source }) => source)).to.deep.equal(['camera']);
  });

  it('has the identity that the engine settled for', async () => {
    const restoreStore = await reloaded();
    const harness = createCallHarness({
      restoreStore,
      prepare: (engine) => {
        engine.joining = Promise.resolve().then(() => {
          engine.localId = 'fresh';
        });
      },
    });
    await harness.call.join();
    expect(harness.call.state.self.id).to.equal('fresh');
    await untilKept(restoreStore);
    expect(onlyMark(restoreStore).id).to.equal('fresh');
  });

  for (const [name, input] of [
    ['of another room', { room: 'other' }],
    ['with another secret', { secret: 'a long and random secret' }],
  ] as const) {
    it(`${name} is a new one`, async () => {
      const harness = createCallHarness({ restoreStore: await reloaded(), input });
      await untilLookedUp(harness);
      expect(harness.call.state.canResume).to.equal(false);
      await harness.call.join();
      expect(harness.engineOptions[0]!.resumeId).to.equal(null);
    });
  }

  it('is resumed once', async () => {
    const restoreStore = await reloaded();
    const [first, second] = [createCallHarness({ restoreStore }), createCallHarness({ restoreStore })];
    await Promise.all([untilLookedUp(first), untilLookedUp(second)]);
    const joined = first.call.join();
    restoreStore.marks.clear();
    await Promise.all([joined, second.call.join()]);
    expect([first.engineOptions[0]!.resumeId, second.engineOptions[0]!.resumeId]).to.deep.equal(['me-0', null]);
    await first.call.leave();
    await first.call.join();
    expect(first.engineOptions[1]!.resumeId).to.equal(null);
  });

  it('looks up nothing on a page that is no reload', () => {
    expect(createCallHarness().call.state.canResume).to.equal(false);
  });
});

describe('the mark of a call', () => {
  it('is under a one-way name of the room, and holds neither room nor secret', async () => {
    const { restoreStore } = await createJoinedCall({ input: { room: 'quiet-room', secret: 'hush-hush-hush' } });
    await untilKept(restoreStore);
    expect([...restoreStore.marks.keys()]).to.deep.equal([(await deriveRoomKeys('quiet-room', 'hush-hush-hush')).roomId]);
    expect(JSON.stringify([...restoreStore.marks])).to.not.match(/quiet-room|hush/u);
  });

  it('says that the page is left, though it turns hidden after that', async () => {
    const { world, restoreStore, clock } = await createJoinedCall();
    await untilKept(restoreStore);
    const isUnloading = (): boolean => [...restoreStore.marks.values()][0]!.isUnloading;
    expect(isUnloading()).to.equal(false);
    clock.pass(3000);
    world.setPage('unloading');
    world.setPage('hidden');
    expect(isUnloading()).to.equal(true);
    expect(onlyMark(restoreStore).at).to.equal(clock.now());
    world.setPage('restored');
    expect(isUnloading()).to.equal(false);
  });

  it('is kept fresh, for a page that is discarded without a word', async () => {
    const { restoreStore, clock } = await createJoinedCall();
    await untilKept(restoreStore);
    clock.pass(60_000);
    expect(clock.now() - onlyMark(restoreStore).at).to.be.below(10_001);
  });

  it('follows what is turned off at once, for a page that crashes', async () => {
    const { call, restoreStore } = await createJoinedCall();
    await untilKept(restoreStore);
    await call.setCamera(false);
    await settle();
    expect(onlyMark(restoreStore)).to.include({ microphone: true, camera: false });
    await call.setMicrophone(false);
    await settle();
    expect(onlyMark(restoreStore)).to.include({ microphone: false, camera: false });
  });

  it('tells what is wanted, not what a hidden phone does', async () => {
    const { world, restoreStore } = await createJoinedCall({ world: { isHandheld: true } });
    await untilKept(restoreStore);
    world.setPage('hidden');
    await settle();
    world.setPage('frozen');
    expect(onlyMark(restoreStore)).to.include({ microphone: true, camera: true });
  });

  it('is gone after leaving, and does not come back', async () => {
    const { call, world, clock, restoreStore } = await createJoinedCall();
    await untilKept(restoreStore);
    await call.leave();
    expect(restoreStore.marks.size).to.equal(0);
    world.setPage('unloading');
    clock.pass(60_000);
    expect(restoreStore.marks.size).to.equal(0);
  });

  it('is gone after closing', async () => {
    const { call, restoreStore } = await createJoinedCall();
    await untilKept(restoreStore);
    await call.close();
    expect(restoreStore.marks.size).to.equal(0);
  });

  it('of a call that was left before its key was known is never written', async () => {
    const { call, restoreStore } = await createJoinedCall();
    await call.leave();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(restoreStore.marks.size).to.equal(0);
  });
});
