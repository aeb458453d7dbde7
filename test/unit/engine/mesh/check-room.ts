import type { RtcWorld } from '../../../support/rtc-world/rtc-world.js';
import type { ModelMember } from './model-member.js';

/** What is wrong with a room that had time to mend; empty when nothing is. */
export async function checkRoom(world: RtcWorld, members: readonly ModelMember[], slots: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const living = members.filter(({ fate }) => fate === 'in');
  const nameOf = (id: string): string =>
    members.find(({ engine, fate }) => engine.localId === id && fate === 'in')?.name ?? ghostName(members, id);
  for (const member of members) {
    if (member.fate === 'joining') wrong.push(`${member.name} is still joining`);
    wrong.push(...member.complaints.map((complaint) => `${member.name}: ${complaint}`));
  }
  for (const member of living) {
    const { name, engine, present } = member;
    if (engine.phase !== 'joined') wrong.push(`${name} is ${engine.phase}`);
    for (const other of living) {
      if (other.engine === engine) continue;
      const view = present.get(other.engine.localId);
      const lost = lostMessages(member, other);
      if (lost.length > 0) wrong.push(`${name} said ${lost.join()} to ${other.name}, who did not hear it`);
      if (!view) wrong.push(`${name} does not know ${other.name}`);
      else if (!view.isReady || view.isWeak || view.state !== 'connected') wrong.push(`${name} sees ${other.name} ${JSON.stringify(view)}`);
    }
    for (const id of present.keys()) {
      if (!living.some((other) => other.engine.localId === id)) wrong.push(`${name} sees the ghost of ${nameOf(id)}`);
    }
    let reports: readonly string[] | null = null;
    void engine.describe().then((described) => {
      reports = described.map(({ participantId }) => participantId).sort();
    });
    await world.scheduler.pass(100);
    if (String(reports) !== String([...present.keys()].sort())) wrong.push(`${name} describes others than it told of`);
    if (world.server.holderOf(engine.localId)?.name !== name) wrong.push(`${name} does not hold its own address`);
  }
  const held = slots.filter((slot) => living.some(({ page }) => world.server.holderOf(slot) === page)).length;
  if (held < Math.min(2, living.length)) wrong.push(`${String(held)} slots are held`);
  return wrong;
}

/** What one said to the other while each knew the other, and has known it ever since. */
function lostMessages(from: ModelMember, to: ModelMember): readonly number[] {
  const known = to.present.get(from.engine.localId);
  const promised = from.promised.get(to.engine.localId) ?? [];
  const heard = to.received.get(from.engine.localId);
  return promised.filter(({ count, at }) => known && at >= known.since && !heard?.has(count)).map(({ count }) => count);
}

function ghostName(members: readonly ModelMember[], id: string): string {
  const ghost = [...members].reverse().find(({ engine }) => engine.localId === id);
  return ghost ? `${ghost.name} (${ghost.fate})` : id;
}
