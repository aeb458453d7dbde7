/** How a page came to be. `discarded`: the browser had thrown it away to save memory. */
export type PageStart = 'navigate' | 'reload' | 'back-forward' | 'discarded';

/** How this page came to be; `navigate` when the browser does not tell. */
export function readPageStart(): PageStart {
  if (typeof document === 'undefined' || typeof performance === 'undefined') return 'navigate';
  if ((document as { wasDiscarded?: boolean }).wasDiscarded === true) return 'discarded';
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'reload') return 'reload';
  return entry?.type === 'back_forward' ? 'back-forward' : 'navigate';
}
