/** Not in the compiler's own list, and not in every browser. */
export interface NetworkInformationLike extends EventTarget {
  readonly type?: string | undefined;
  readonly saveData?: boolean;
}

export interface BatteryLike extends EventTarget {
  /** 0 to 1. */
  readonly level: number;
  readonly charging: boolean;
}

/** What is used of a window; everything beside the two targets may be missing. */
export interface WorldWindow extends EventTarget {
  readonly document: EventTarget & { readonly visibilityState?: string };
  readonly navigator: {
    readonly onLine?: boolean;
    readonly connection?: NetworkInformationLike;
    readonly maxTouchPoints?: number;
    /** GiB, rounded. */
    readonly deviceMemory?: number;
    readonly standalone?: boolean;
    getBattery?(): Promise<BatteryLike>;
  };
  matchMedia?(query: string): { readonly matches: boolean };
}
