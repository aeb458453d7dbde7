import { useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Call, CallState } from '../../src/call/call.js';
import { currentCall } from './current-call.js';

/**
 * A value of the call's snapshot; renders again only when it changed (`Object.is`). Undefined while there is no call, so
 * also on a server. The call is the one given, or that of the nearest `<NexCall>` or `<CallProvider>`.
 *
 * @example
 * const isConnected = useCallState(({ status }) => status === 'connected');
 */
export function useCallState<Value>(selector: (state: Readonly<CallState>) => Value, call?: Call | null): Value | undefined {
  const provided = useContext(currentCall);
  const chosen = call === undefined ? provided : call;
  // All of the snapshot, so that a selector written in place does not subscribe anew with each render.
  const subscribe = useCallback((onChange: () => void) => chosen?.subscribe((state) => state, onChange) ?? noRelease, [chosen]);
  const read = useMemo(() => (chosen ? remembering(chosen, selector) : nothingYet), [chosen, selector]);
  return useSyncExternalStore(subscribe, read, nothingYet);
}

const noRelease = (): void => undefined;
const nothingYet = (): undefined => undefined;

/** The same value for the same snapshot: React asks several times, and a selector may make a new object each time. */
function remembering<Value>(call: Call, selector: (state: Readonly<CallState>) => Value): () => Value {
  let known: { readonly state: Readonly<CallState>; readonly value: Value } | undefined;
  return () => {
    const { state } = call;
    if (known?.state !== state) known = { state, value: selector(state) };
    return known.value;
  };
}
