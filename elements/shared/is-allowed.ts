import type { Call } from '../../src/call/call.js';
import type { NexEvent } from '../events/nex-event.js';
import { callOwners } from './call-owners.js';

/**
 * Whether no listener of a cancelable event says no. The event bubbles from `element`; when that stands outside of
 * the call's `<nex-call>`, where pages listen, it bubbles from there instead and `element` sees one that does not.
 */
export function isAllowed(EventClass: new (isLocal: boolean) => NexEvent<object>, element: Element, call: Call): boolean {
  const owner = callOwners.get(call);
  if (!owner || isInside(element, owner)) return element.dispatchEvent(new EventClass(false));
  return element.dispatchEvent(new EventClass(true)) && owner.dispatchEvent(new EventClass(false));
}

/** Shadow roots count as inside of their hosts. */
function isInside(element: Element, owner: Element): boolean {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) if (node === owner) return true;
  return false;
}
