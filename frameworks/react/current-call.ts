import { createContext } from 'react';
import type { Call } from '../../src/call/call.js';

/** The call that hooks below use when they are given none: that of the nearest `<NexCall>` or `<CallProvider>`. */
export const currentCall = createContext<Call | null>(null);
