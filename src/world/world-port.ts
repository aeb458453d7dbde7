/** What runs short; each lowers what is sent at once. */
export interface PowerState {
  /** At most 20 % left, and not charging. */
  readonly isBatteryLow: boolean;
  /** The visitor asked the browser to save data. */
  readonly isDataSaver: boolean;
  /** The network is known to be a mobile one; most browsers do not tell. */
  readonly isCellular: boolean;
}

/**
 * `hidden` and `visible`: another tab or program is in front, or no longer. `frozen` and `resumed`: the browser stopped
 * the page's timers, and started them again. `restored`: back from the back-forward cache. `unloading`: the page is left
 * or reloaded, or goes into that cache.
 */
export type PageChange = 'hidden' | 'visible' | 'frozen' | 'resumed' | 'restored' | 'unloading';

export interface WorldEvents {
  /** Went offline, came online, or changed to another kind of network. */
  'network-changed': { readonly isOnline: boolean };
  page: { readonly change: PageChange };
  /** Time passed in which nothing here ran: the machine slept or the page was frozen. Milliseconds. */
  woke: { readonly gapMs: number };
  power: { readonly power: PowerState };
}

/** What happens around the call: network, page, sleep, battery. Where a browser does not tell, all is taken to be well. */
export interface World {
  readonly isOnline: boolean;
  readonly isHidden: boolean;
  /** The same object until it changes. */
  readonly power: PowerState;
  /** A phone or a tablet: little battery, weak encoder, a camera that must not run unseen. */
  readonly isHandheld: boolean;
  /** At most 2 GiB, as far as the browser tells. */
  readonly isMemorySmall: boolean;
  /** Sleep is looked for only while somebody listens to `woke`. */
  on<Type extends keyof WorldEvents>(type: Type, listener: (event: WorldEvents[Type]) => void): () => void;
  close(): void;
}
