import type { FakeDevice } from './fake-device.js';
import type { FakePeerConnection } from './fake-peer-connection.js';
import type { WorldScheduler } from './world-scheduler.js';

/** Who reaches whom, how long it takes, and every connection that was ever made. */
export class FakeNetwork {
  readonly scheduler: WorldScheduler;
  readonly #cutPairs = new Set<string>();
  readonly #latencies = new Map<string, number>();
  readonly #connections = new Map<string, FakePeerConnection>();
  #connectionCount = 0;

  constructor(scheduler: WorldScheduler) {
    this.scheduler = scheduler;
  }

  register(connection: FakePeerConnection): string {
    const id = `pc${String((this.#connectionCount += 1))}`;
    this.#connections.set(id, connection);
    return id;
  }

  unregister(id: string): void {
    this.#connections.delete(id);
  }

  find(id: string | undefined): FakePeerConnection | undefined {
    return id === undefined ? undefined : this.#connections.get(id);
  }

  connectionsOf(device: FakeDevice): readonly FakePeerConnection[] {
    return [...this.#connections.values()].filter((connection) => connection.device === device);
  }

  isReachable(one: FakeDevice, two: FakeDevice): boolean {
    return one.isOnline && two.isOnline && !one.isDead && !two.isDead && !this.#cutPairs.has(pairKey(one, two));
  }

  /** One way, in milliseconds. */
  latencyMs(one: FakeDevice, two: FakeDevice): number {
    const key = pairKey(one, two);
    const base = this.#latencies.get(key) ?? this.scheduler.random.between(2, 120);
    this.#latencies.set(key, base);
    return base * this.scheduler.random.between(1, 1.3);
  }

  cut(one: FakeDevice, two: FakeDevice): void {
    this.#cutPairs.add(pairKey(one, two));
    this.recheck();
  }

  mend(one: FakeDevice, two: FakeDevice): void {
    this.#cutPairs.delete(pairKey(one, two));
    this.recheck();
  }

  mendAll(): void {
    this.#cutPairs.clear();
    this.recheck();
  }

  /** To be called after anything that changes who reaches whom. */
  recheck(): void {
    for (const connection of [...this.#connections.values()]) connection.ice.recheck();
  }
}

function pairKey(one: FakeDevice, two: FakeDevice): string {
  return one.name < two.name ? `${one.name} ${two.name}` : `${two.name} ${one.name}`;
}
