import type { Clock } from '../../base/clock.js';
import type { Engine } from '../../engine/engine-port.js';
import type { World } from '../../world/world-port.js';
import { Arrival } from './arrival.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import type { IceServers } from '../ice/ice-servers.js';
import type { Later } from '../later/later.js';
import { ReconnectTriggers } from './reconnect-triggers.js';
import type { Restore } from './restore.js';

export interface UpkeepOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly snapshot: CallSnapshot;
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
    const { world, clock, snapshot, restore, later } = this.#options;
    this.#triggers?.close();
    this.#triggers = new ReconnectTriggers({
      world,
      clock,
      onTrigger: () => {
        engine.reconnect();
      },
    });
    // Until what decides about sending is loaded.
    const isShort = world.isHandheld || Object.values(world.power).includes(true);
    if (isShort || snapshot.state.options.videoQuality === 'off')
      engine.setSendLimit('camera', {
        maxBitrateBps: 300_000,
        maxFrameRate: 15,
        scaleDownBy: null,
        isOff: snapshot.state.options.videoQuality === 'off',
      });
    restore.start();
    later.start(engine);
    this.#arrival?.follow(engine);
  }

  stop(): void {
    const { restore, iceServers, later } = this.#options;
    this.#triggers?.close();
    this.#triggers = null;
    restore.stop();
    later.stop();
    this.#arrival?.end();
    iceServers.setInUse(false);
  }
}
