import type { Clock } from '../base/clock.js';
import type { Engine } from '../engine/engine-port.js';
import type { World } from '../world/world-port.js';
import { Arrival } from './arrival.js';
import type { IceServers } from './ice-servers.js';
import type { Later } from './later.js';
import { ReconnectTriggers } from './reconnect-triggers.js';
import type { Restore } from './restore.js';
import type { SendLimits } from './send-limits.js';

export interface UpkeepOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly limits: SendLimits;
  readonly restore: Restore;
  readonly iceServers: IceServers;
  readonly later: Later;
}

/** What has to be looked after while in a room, from joining until the end. */
export class Upkeep {
  readonly #options: UpkeepOptions;
  #triggers: ReconnectTriggers | null = null;
  #arrival: Arrival | null = null;

  constructor(options: UpkeepOptions) {
    this.#options = options;
  }

  /** Before there is an engine: it asks for servers at once. */
  prepare(): void {
    this.#options.iceServers.setInUse(true);
    this.#arrival = new Arrival(this.#options.clock);
  }

  start(engine: Engine): void {
    const { world, clock, limits, restore, later } = this.#options;
    this.#triggers?.close();
    this.#triggers = new ReconnectTriggers({
      world,
      clock,
      onTrigger: () => {
        engine.reconnect();
      },
    });
    limits.attach(engine);
    restore.start();
    later.start(engine);
    this.#arrival?.follow(engine);
  }

  stop(): void {
    const { limits, restore, iceServers, later } = this.#options;
    this.#triggers?.close();
    this.#triggers = null;
    limits.attach(null);
    restore.stop();
    later.stop();
    this.#arrival?.end();
    iceServers.setInUse(false);
  }
}
