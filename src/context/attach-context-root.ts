import { ContextRoot } from '@lit/context';

const ATTACHED = Symbol.for('nexrtc.context-root.v1');

/**
 * Keeps the requests of elements upgraded before their `<nex-call>` and repeats them when it arrives.
 * One a document, also when two copies of the package share the page.
 */
export function attachContextRoot(document: Document): void {
  const marked = document as Document & { [ATTACHED]?: boolean };
  if (marked[ATTACHED]) return;
  marked[ATTACHED] = true;
  new ContextRoot().attach(document.documentElement);
}
