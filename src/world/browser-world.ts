import type { Clock } from '../base/clock.js';
import { Emitter } from '../base/emitter.js';
import { Scope } from '../base/scope.js';
import { isHandheld } from './is-handheld.js';
import { SleepWatch } from './sleep-watch.js';
import type { BatteryLike, WorldWindow } from './world-window.js';
import type { PageChange, PowerState, World, WorldEvents } from './world-port.js';

const LOW_BATTERY = 0.2;

export interface BrowserWorldOptions {
  /** Its `every` should keep its pace in a hidden tab, where slow timers would pass for sleep. */
  readonly clock: Clock;
  /** Null where there is none: then nothing ever happens. */
  readonly window: WorldWindow | null;
}

/** Listens to the browser. Whatever interface is missing or refuses is left out. */
export function createBrowserWorld(options: BrowserWorldOptions): World {
  return new BrowserWorld(options);
}

class BrowserWorld implements World {
  readonly isHandheld: boolean;
  readonly isMemorySmall: boolean;
  readonly #window: WorldWindow | null;
  readonly #emitter = new Emitter<WorldEvents>();
  readonly #scope: Scope;
  readonly #sleep: SleepWatch;
  #battery: BatteryLike | null = null;
  #networkType: string | undefined;
  #power: PowerState;

  constructor({ clock, window }: BrowserWorldOptions) {
    this.#window = window;
    this.isHandheld = window !== null && isHandheld(window);
    this.isMemorySmall = (window?.navigator.deviceMemory ?? 8) <= 2;
    this.#scope = new Scope(clock);
    this.#sleep = new SleepWatch({
      clock,
      onWoke: (gapMs) => {
        this.#emitter.emit('woke', { gapMs });
      },
    });
    this.#networkType = window?.navigator.connection?.type;
    this.#power = this.#readPower();
    if (window === null) return;
    this.#watchPage(window);
    this.#watchNetwork(window);
    void this.#watchBattery(window);
  }

  get isOnline(): boolean {
    return this.#window?.navigator.onLine ?? true;
  }

  get isHidden(): boolean {
    return this.#window?.document.visibilityState === 'hidden';
  }

  get power(): PowerState {
    return this.#power;
  }

  on<Type extends keyof WorldEvents>(type: Type, listener: (event: WorldEvents[Type]) => void): () => void {
    if (this.#scope.isClosed) return () => undefined;
    const off = this.#emitter.on(type, listener);
    if (type !== 'woke') return off;
    const release = this.#sleep.hold();
    return () => {
      off();
      release();
    };
  }

  close(): void {
    this.#scope.close();
    this.#sleep.close();
    this.#emitter.clear();
  }

  #watchPage(window: WorldWindow): void {
    const { document } = window;
    const tell = (change: PageChange): void => {
      this.#emitter.emit('page', { change });
    };
    this.#scope.listen(document, 'visibilitychange', () => {
      tell(this.isHidden ? 'hidden' : 'visible');
    });
    this.#scope.listen(document, 'freeze', () => {
      tell('frozen');
    });
    this.#scope.listen(document, 'resume', () => {
      tell('resumed');
    });
    this.#scope.listen(window, 'pagehide', () => {
      tell('unloading');
    });
    this.#scope.listen(window, 'pageshow', (event) => {
      // The first showing of every page comes here too.
      if ((event as PageTransitionEvent).persisted) tell('restored');
    });
  }

  #watchNetwork(window: WorldWindow): void {
    const tell = (): void => {
      this.#emitter.emit('network-changed', { isOnline: this.isOnline });
    };
    this.#scope.listen(window, 'online', tell);
    this.#scope.listen(window, 'offline', tell);
    const { connection } = window.navigator;
    if (connection === undefined) return;
    this.#scope.listen(connection, 'change', () => {
      this.#updatePower();
      // Comes with every new estimate of speed too; only another kind of network means another path.
      if (connection.type === this.#networkType) return;
      this.#networkType = connection.type;
      tell();
    });
  }

  async #watchBattery({ navigator }: WorldWindow): Promise<void> {
    try {
      // Refused by a host page's permissions policy, absent in most browsers.
      const battery = await navigator.getBattery?.();
      if (battery === undefined || this.#scope.isClosed) return;
      this.#battery = battery;
      for (const type of ['levelchange', 'chargingchange'])
        this.#scope.listen(battery, type, () => {
          this.#updatePower();
        });
      this.#updatePower();
    } catch {
      // As where there is no battery to ask about.
    }
  }

  #updatePower(): void {
    const power = this.#readPower();
    const { isBatteryLow, isDataSaver, isCellular } = this.#power;
    if (power.isBatteryLow === isBatteryLow && power.isDataSaver === isDataSaver && power.isCellular === isCellular) return;
    this.#power = power;
    this.#emitter.emit('power', { power });
  }

  #readPower(): PowerState {
    const connection = this.#window?.navigator.connection;
    return Object.freeze({
      isBatteryLow: this.#battery !== null && !this.#battery.charging && this.#battery.level <= LOW_BATTERY,
      isDataSaver: connection?.saveData === true,
      isCellular: connection?.type === 'cellular',
    });
  }
}
