/** Who asks that nothing be loaded now that can come later. */
const holds = new Set<symbol>();
const waiting = new Set<() => void>();

/** What is loaded late waits until the returned function is called; several may hold at once. */
export function holdLateLoading(): () => void {
  const hold = Symbol();
  holds.add(hold);
  return () => {
    holds.delete(hold);
    if (holds.size > 0) return;
    for (const go of waiting) go();
    waiting.clear();
  };
}

/** Settles when nobody holds it; what a user asks for need not wait for this. */
export function lateLoading(): Promise<void> {
  return holds.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve));
}
