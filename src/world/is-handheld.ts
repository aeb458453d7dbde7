import type { WorldWindow } from './world-window.js';

/** Whether the first pointer is a finger. A tablet with a trackpad says it is not, so those of iOS are told by a property only they have. */
export function isHandheld(window: Pick<WorldWindow, 'matchMedia' | 'navigator'>): boolean {
  const { maxTouchPoints = 0, standalone } = window.navigator;
  if (standalone !== undefined && maxTouchPoints > 1) return true;
  return window.matchMedia?.('(pointer: coarse)').matches ?? false;
}
