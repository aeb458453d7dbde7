import type { RtcWorld } from '../../../support/rtc-world/rtc-world.js';
import { leave, startMember, type ModelMember } from './model-member.js';

const MAX_MEMBERS = 6;
const TRACE_LENGTH = 400;

/** Does to a room what may happen to one, as the world's chance has it, and remembers what it did. */
export class ModelOperations {
  readonly members: ModelMember[] = [];
  readonly trace: string[] = [];
  readonly #world: RtcWorld;
  readonly #startedAt: number;
  #count = 0;

  constructor(world: RtcWorld) {
    this.#world = world;
    this.#startedAt = world.scheduler.now;
  }

  get living(): readonly ModelMember[] {
    return this.members.filter(({ fate }) => fate === 'joining' || fate === 'in');
  }

  note(text: string): void {
    if (this.trace.length < TRACE_LENGTH)
      this.trace.push(`${((this.#world.scheduler.now - this.#startedAt) / 1_000).toFixed(2)} s: ${text}`);
  }

  join(): void {
    if (this.living.length >= MAX_MEMBERS) return;
    const name = `m${String((this.#count += 1))}`;
    const member = startMember(this.#world, name);
    this.members.push(member);
    this.note(`${name} joins as ${member.engine.localId.slice(0, 6)}`);
  }

  /** One operation by chance. */
  step(): void {
    const { random } = this.#world.scheduler;
    const roll = random.next() * 100;
    const one = random.pick(this.living);
    if (roll < 22 || !one) this.join();
    else if (roll < 28) this.#leave(one);
    else if (roll < 35) this.#crash(one);
    else if (roll < 42) this.#reload(one);
    else if (roll < 50) this.#freeze(one, random.chance(0.5));
    else if (roll < 61) this.#cutPair(one);
    else if (roll < 69) this.#cutFromOthers(one);
    else if (roll < 77) this.#cutFromServer(one);
    else if (roll < 84) this.#goOffline(one);
    else if (roll < 90) this.#changeNetwork(one);
    else if (roll < 96) this.#restartServer();
    else this.#reconnect(one);
  }

  /** Nothing is broken any more; what is still frozen wakes up. */
  healAll(): void {
    const { network, server } = this.#world;
    this.note('everything is mended');
    network.mendAll();
    server.start();
    for (const { device, page } of this.members) {
      device.isOnline = true;
      device.isCutFromServer = false;
      page.thaw();
    }
    this.#world.recheck();
    for (const member of this.members) {
      if (member.fate === 'gone')
        this.#world.scheduler.after(this.#world.scheduler.random.between(0, 5_000), () => {
          server.dropPage(member.page);
        });
      else this.#somethingHappened(member);
    }
  }

  #leave(one: ModelMember): void {
    this.note(`${one.name} leaves`);
    leave(one);
  }

  #crash(one: ModelMember): void {
    const { scheduler, server } = this.#world;
    const noticedMs = scheduler.random.chance(0.7) ? scheduler.random.between(30, 100) : scheduler.random.between(1_000, 60_000);
    this.note(`${one.name} crashes, noticed by the server after ${String(Math.round(noticedMs))} ms`);
    one.fate = 'gone';
    this.#world.vanish(one);
    scheduler.after(noticedMs, () => {
      server.dropPage(one.page);
    });
  }

  #reload(one: ModelMember): void {
    const { scheduler, server } = this.#world;
    if (one.fate !== 'in' || one.page.isFrozen) return;
    const backMs = scheduler.random.between(100, 2_000);
    this.note(`${one.name} reloads, back after ${String(Math.round(backMs))} ms`);
    one.page.unload();
    one.fate = 'gone';
    // What it said with its last breath is handed to the network first.
    this.#world.scheduler.after(1, () => {
      this.#world.vanish(one);
    });
    scheduler.after(scheduler.random.between(30, 100), () => {
      server.dropPage(one.page);
    });
    scheduler.after(backMs, () => {
      if (this.living.length >= MAX_MEMBERS) return;
      const name = `${one.name}'`;
      this.members.push(startMember(this.#world, name, one));
      this.note(`${name} is back`);
    });
  }

  /** A page in the background, or (`isAsleep`) the whole machine. */
  #freeze(one: ModelMember, isAsleep: boolean): void {
    const { scheduler, server } = this.#world;
    if (one.page.isFrozen) return;
    const durationMs = this.#duration(90_000);
    this.note(`${one.name} ${isAsleep ? 'sleeps' : 'freezes'} for ${String(Math.round(durationMs))} ms`);
    one.page.freeze();
    if (isAsleep) this.#world.setOnline(one, false);
    scheduler.after(durationMs, () => {
      if (!one.page.isFrozen) return;
      this.note(`${one.name} wakes`);
      one.page.thaw();
      if (isAsleep) this.#world.setOnline(one, true);
      else server.wake(one.page);
      this.#somethingHappened(one);
    });
    scheduler.after(75_000, () => {
      if (one.page.isFrozen) server.dropPage(one.page);
    });
  }

  #cutPair(one: ModelMember): void {
    const { network, scheduler } = this.#world;
    const other = scheduler.random.pick(this.living.filter((each) => each !== one));
    if (!other) return;
    const durationMs = this.#duration(60_000);
    this.note(`${one.name} and ${other.name} do not reach each other for ${String(Math.round(durationMs))} ms`);
    network.cut(one.device, other.device);
    scheduler.after(durationMs, () => {
      network.mend(one.device, other.device);
    });
  }

  #cutFromOthers(one: ModelMember): void {
    const { network, scheduler } = this.#world;
    const others = this.living.filter((each) => each !== one);
    const durationMs = this.#duration(60_000);
    this.note(`${one.name} reaches nobody but the server for ${String(Math.round(durationMs))} ms`);
    for (const other of others) network.cut(one.device, other.device);
    scheduler.after(durationMs, () => {
      for (const other of others) network.mend(one.device, other.device);
    });
  }

  #cutFromServer(one: ModelMember): void {
    const durationMs = this.#duration(60_000);
    this.note(`${one.name} does not reach the server for ${String(Math.round(durationMs))} ms`);
    one.device.isCutFromServer = true;
    this.#world.recheck();
    this.#world.scheduler.after(durationMs, () => {
      one.device.isCutFromServer = false;
      this.#world.recheck();
    });
  }

  #goOffline(one: ModelMember): void {
    const { scheduler } = this.#world;
    const durationMs = this.#duration(60_000);
    this.note(`${one.name} is offline for ${String(Math.round(durationMs))} ms`);
    this.#world.setOnline(one, false);
    scheduler.after(durationMs, () => {
      this.#world.setOnline(one, true);
      if (scheduler.random.chance(0.7)) this.#somethingHappened(one);
    });
  }

  #changeNetwork(one: ModelMember): void {
    this.note(`${one.name} changes its network`);
    this.#world.changeNetwork(one);
    if (this.#world.scheduler.random.chance(0.7)) this.#somethingHappened(one);
  }

  #restartServer(): void {
    const { server, scheduler } = this.#world;
    if (!server.isUp) return;
    const durationMs = scheduler.random.chance(0.5) ? scheduler.random.between(100, 2_000) : this.#duration(30_000);
    this.note(`the server is down for ${String(Math.round(durationMs))} ms and forgets everything`);
    server.stop();
    scheduler.after(durationMs, () => {
      server.start();
    });
  }

  #reconnect(one: ModelMember): void {
    if (one.page.isFrozen) return;
    this.note(`${one.name} reconnects by hand`);
    one.page.act(() => {
      one.engine.reconnect();
    });
  }

  /** What the call does when it hears of a change of network, of waking up, of being online again. */
  #somethingHappened(one: ModelMember): void {
    one.page.post(this.#world.scheduler.random.between(0, 300), () => {
      if (one.fate === 'in') one.engine.reconnect();
    });
  }

  /** Mostly shorter than what makes members give each other up, sometimes longer. */
  #duration(longestMs: number): number {
    const { random } = this.#world.scheduler;
    const roll = random.next();
    if (roll < 0.35) return random.between(100, 4_000);
    return roll < 0.7 ? random.between(4_000, 19_000) : random.between(19_000, longestMs);
  }
}
