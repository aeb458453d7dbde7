import type { ReactiveControllerHost } from 'lit';
import type { Call } from '../call/call.js';

/** An element that finds its call by its own property, by the id of a `<nex-call>`, or by where it stands. */
export interface CallHost extends ReactiveControllerHost, HTMLElement {
  call: Call | null;
  for: string;
}
