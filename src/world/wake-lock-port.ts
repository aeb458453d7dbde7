/** Keeps the screen from going dark while somebody looks at it without touching it. */
export interface WakeLock {
  /** Holds it from now on, over every time that the page is hidden; where the browser cannot or will not, nothing happens. */
  hold(): void;
  release(): void;
  /** Releases for good. */
  close(): void;
}
