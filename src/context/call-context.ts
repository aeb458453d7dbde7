import { createContext } from '@lit/context';
import type { Call } from '../call/call.js';

/** Under this key a `<nex-call>` hands its stable `Call` to the elements inside it; null while it has none. */
export const callContext = createContext<Call | null>(Symbol.for('nexrtc.call.v1'));
