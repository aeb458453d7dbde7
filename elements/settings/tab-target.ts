/** The tab that a key leads to from the focused one of a vertical list; null for any other key. */
export function tabTarget({ key }: KeyboardEvent, tabs: readonly HTMLElement[]): HTMLElement | null {
  const current = tabs.findIndex((tab) => tab.matches(':focus'));
  const index = { ArrowDown: current + 1, ArrowUp: current - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[key];
  return index === undefined ? null : (tabs[index % tabs.length] ?? null);
}
