import { deriveRoomKeys } from '../../../../src/security/room-keys.js';
import { RtcWorld } from '../../../support/rtc-world/rtc-world.js';
import { checkRoom } from './check-room.js';
import { leave, say } from './model-member.js';
import { ModelOperations } from './model-operations.js';

const HEALING_MS = 90_000;
const QUIET_MS = 20_000;
/** In that time: each knocks at what may be somebody else's slot every ten seconds. */
const LETTERS_PER_MEMBER = 6;
const LEAVING_MS = 30_000;

type Inspect = (world: RtcWorld, operations: ModelOperations) => void;

export interface ModelResult {
  readonly seed: number;
  readonly wrong: readonly string[];
  readonly trace: readonly string[];
  /** Members that were in the room at the end. */
  readonly memberCount: number;
}

/** A test that ran out of time goes on behind the next one: two worlds would share chance and cryptography. */
let lastRun: Promise<unknown> = Promise.resolve();

/**
 * One story by chance: members come and go, things break, everything is mended; then says what is wrong.
 * `inspect` sees the world before anything happens, for looking into a seed that fails.
 */
export function runModel(seed: number, inspect?: Inspect): Promise<ModelResult> {
  const run = lastRun.then(() => tell(seed, inspect));
  lastRun = run.catch(() => undefined);
  return run;
}

async function tell(seed: number, inspect?: Inspect): Promise<ModelResult> {
  const world = new RtcWorld(seed);
  const { scheduler } = world;
  const { random } = scheduler;
  const uncaught: string[] = [];
  const stopWatching = watchUncaught(uncaught);
  try {
    const { slotAddresses } = await deriveRoomKeys('model', null);
    const operations = new ModelOperations(world);
    inspect?.(world, operations);
    const first = 2 + Math.floor(random.next() * 4);
    for (let count = 0; count < first; count += 1) {
      operations.join();
      await scheduler.pass(random.chance(0.5) ? random.between(0, 200) : random.between(0, 4_000));
    }
    const steps = 3 + Math.floor(random.next() * 14);
    for (let count = 0; count < steps; count += 1) {
      operations.step();
      await scheduler.drain();
      const speaker = random.pick(operations.living.filter(({ fate, page }) => fate === 'in' && !page.isFrozen));
      if (speaker && random.chance(0.7)) say(world, speaker, count);
      const roll = random.next();
      await scheduler.pass(roll < 0.4 ? random.between(0, 500) : roll < 0.8 ? random.between(500, 6_000) : random.between(6_000, 30_000));
    }
    operations.healAll();
    await scheduler.pass(HEALING_MS - QUIET_MS);
    const lettersBefore = world.server.letterCount;
    await scheduler.pass(QUIET_MS);
    const letters = world.server.letterCount - lettersBefore;
    const wrong = [...(await checkRoom(world, operations.members, slotAddresses))];
    if (letters > LETTERS_PER_MEMBER * operations.living.length)
      wrong.push(`${String(letters)} letters go over the server in a mended room`);
    const memberCount = operations.living.length;
    for (const member of operations.living) leave(member);
    await scheduler.pass(LEAVING_MS);
    for (const { name, page, fate, hasLeaveSettled } of operations.members) {
      if (fate === 'gone') continue;
      if (page.timerCount > 0) wrong.push(`${name} (${fate}) left ${String(page.timerCount)} timers behind`);
      if (page.unloadListeners.size > 0) wrong.push(`${name} (${fate}) left ${String(page.unloadListeners.size)} listeners behind`);
      if (fate === 'leaving' && !hasLeaveSettled) wrong.push(`leave() of ${name} does not settle`);
    }
    await scheduler.drain();
    wrong.push(...uncaught);
    return { seed, wrong, trace: operations.trace, memberCount };
  } finally {
    stopWatching();
    world.close();
  }
}

/** In a page or, for many stories at once, in Node. */
function watchUncaught(uncaught: string[]): () => void {
  const report = (reason: unknown): void => {
    uncaught.push(`uncaught: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  };
  const { process, window } = globalThis as unknown as Surroundings;
  if (typeof process?.on === 'function') {
    process.on('unhandledRejection', report);
    process.on('uncaughtException', report);
    return () => {
      process.off('unhandledRejection', report);
      process.off('uncaughtException', report);
    };
  }
  const handleRejection = (event: Event): void => {
    report((event as unknown as { readonly reason: unknown }).reason);
    event.preventDefault();
  };
  const handleError = (event: Event): void => {
    report((event as unknown as { readonly error: unknown }).error);
    event.preventDefault();
  };
  window?.addEventListener('unhandledrejection', handleRejection);
  window?.addEventListener('error', handleError);
  return () => {
    window?.removeEventListener('unhandledrejection', handleRejection);
    window?.removeEventListener('error', handleError);
  };
}

type Watch = (type: 'unhandledRejection' | 'uncaughtException', listener: (reason: unknown) => void) => void;

interface Surroundings {
  readonly process?: { readonly on?: Watch; readonly off: Watch };
  readonly window?: EventTarget;
}
