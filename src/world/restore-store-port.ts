/** What a tab keeps of a call so that a reload can go on with it. No room, no secret. */
export interface RestoreMark {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly joinedAt: number;
  readonly microphone: boolean;
  readonly camera: boolean;
  /** When the mark was last written, milliseconds since the epoch. */
  readonly at: number;
}

/** Keeps marks for this tab alone. Never throws: where nothing can be kept, nothing is found. */
export interface RestoreStore {
  /** Whether there can be a mark at all; the work of finding the key may be spared. */
  readonly hasMarks: boolean;
  /** The mark of the page that was here before, when this page is its reload; the mark stays. */
  find(key: string): RestoreMark | null;
  /** `isUnloading`: the page is being left, so that its copy in another tab is no copy of a running call. */
  keep(key: string, mark: RestoreMark, isUnloading: boolean): void;
  forget(key: string): void;
}
