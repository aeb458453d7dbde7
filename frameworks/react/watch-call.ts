import { ContextEvent } from '@lit/context';
import type { NexCall } from '../../elements/call/nex-call.js';
import type { Call } from '../../src/call/call.js';
import { callContext } from '../../src/context/call-context.js';

/** Tells which call a `<nex-call>` has, once `load` has registered it and whenever it becomes another. Answers what ends it. */
export function watchCall(element: NexCall, load: () => Promise<unknown>, tell: (call: Call | null) => void): () => void {
  let release: (() => void) | undefined;
  let isOver = false;
  const ask = (): void => {
    if (isOver) return;
    const onCall = (call: Call | null, stop?: () => void): void => {
      release = stop;
      if (isOver) stop?.();
      else tell(call);
    };
    // An element does not answer itself, so another one asks.
    element.dispatchEvent(new ContextEvent(callContext, element.ownerDocument.body, onCall, true));
  };
  // That it could not be loaded is told where the element is made.
  load().then(ask, () => undefined);
  return () => {
    isOver = true;
    release?.();
  };
}
