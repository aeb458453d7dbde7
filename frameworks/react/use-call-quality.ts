import type { Call, Quality } from '../../src/call/call.js';
import { useCallState } from './use-call-state.js';

export interface CallQualityOptions {
  /** One participant's quality instead of the whole call's. */
  readonly participantId?: string | undefined;
  /** Missing: that of the nearest `<NexCall>` or `<CallProvider>`. */
  readonly call?: Call | null | undefined;
}

/** How well the call, or one participant's connection, goes; null until it is measured. */
export function useCallQuality({ participantId, call }: CallQualityOptions = {}): Quality | null {
  const quality = useCallState(({ quality: whole, participants, self }) => {
    if (participantId === undefined) return whole;
    return [self, ...participants].find(({ id }) => id === participantId)?.quality ?? null;
  }, call);
  return quality ?? null;
}
