import type { Call, Participant } from '../../src/call/call.js';
import { useCallState } from './use-call-state.js';

const NOBODY: readonly Participant[] = [];

/** The others in the call, in the order they came; empty while there is no call. The visitor is `state.self`. */
export function useParticipants(call?: Call | null): readonly Participant[] {
  return useCallState(({ participants }) => participants, call) ?? NOBODY;
}
