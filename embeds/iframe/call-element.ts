import type { Call } from '../../src/call/call.js';

/** What is used of `<nex-call>`; its class would bring all elements with it. */
export interface CallElement extends HTMLElement {
  readonly call: Call | null;
  readonly updateComplete: Promise<unknown>;
  join(): Promise<void>;
  leave(): Promise<void>;
}
