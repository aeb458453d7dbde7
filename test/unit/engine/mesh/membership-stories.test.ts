import { expect } from '@open-wc/testing';
import { deriveRoomKeys } from '../../../../src/security/room-keys.js';
import { RtcWorld } from '../../../support/rtc-world/rtc-world.js';
import { checkRoom } from './check-room.js';
import { startMember, type ModelMember } from './model-member.js';

/** Tells one story in a world of its own, with `count` members that are connected at its beginning. */
async function tell(seed: number, count: number, story: (world: RtcWorld, members: ModelMember[]) => Promise<void>): Promise<void> {
  const world = new RtcWorld(seed);
  try {
    const { slotAddresses } = await deriveRoomKeys('model', null);
    const members: ModelMember[] = [];
    for (let number = 1; number <= count; number += 1) {
      members.push(startMember(world, `m${String(number)}`));
      await world.scheduler.pass(3_000);
    }
    await story(world, members);
    expect(await checkRoom(world, members, slotAddresses)).to.deep.equal([]);
  } finally {
    world.close();
  }
}

/** Faults that the stories by chance have found, each by itself. */
describe('a room, after what once went wrong in it', () => {
  for (const seed of [1, 2, 3]) {
    it(`goes quiet on the server when two have found each other again (${String(seed)})`, async () => {
      await tell(seed, 3, async (world, [one, two]) => {
        if (!one || !two) throw new Error('no members');
        world.network.cut(one.device, two.device);
        await world.scheduler.pass(6_000);
        world.network.mend(one.device, two.device);
        await world.scheduler.pass(30_000);
        const before = world.server.letterCount;
        await world.scheduler.pass(20_000);
        expect(world.server.letterCount - before).to.be.below(3 * 6);
      });
    });

    it(`tells of one who was lost and met again with the state that it has (${String(seed)})`, async () => {
      await tell(seed, 3, async (world, [one, two]) => {
        if (!one || !two) throw new Error('no members');
        world.setOnline(one, false);
        await world.scheduler.pass(30_000);
        expect(two.present.has(one.engine.localId)).to.be.false;
        world.setOnline(one, true);
        await world.scheduler.pass(60_000);
        expect(two.present.get(one.engine.localId)?.state).to.equal('connected');
      });
    });

    it(`has a second holder of a slot although the members' clocks differ, when both holders have crashed (${String(seed)})`, async () => {
      await tell(seed, 6, async (world, members) => {
        const { slotAddresses } = await deriveRoomKeys('model', null);
        for (const slot of slotAddresses) {
          const holder = members.find(({ page }) => page === world.server.holderOf(slot));
          if (!holder) continue;
          holder.fate = 'gone';
          world.vanish(holder);
          world.server.dropPage(holder.page);
        }
        await world.scheduler.pass(60_000);
      });
    });
  }
});
