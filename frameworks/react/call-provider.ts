import { createElement, type ReactElement, type ReactNode } from 'react';
import type { Call } from '../../src/call/call.js';
import { currentCall } from './current-call.js';

export interface CallProviderProps {
  readonly call: Call | null;
  readonly children?: ReactNode;
}

/** Gives a call to the hooks below it, for an interface of one's own. It does not close the call. */
export function CallProvider({ call, children }: CallProviderProps): ReactElement {
  return createElement(currentCall.Provider, { value: call }, children);
}
