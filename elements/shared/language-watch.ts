interface Host extends Element {
  requestUpdate?(): void;
}

const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

/** Renders every element again when the words change: another `lang` somewhere above it, or a language that is loaded now. */
export const languageWatch = {
  add(host: Host): void {
    hosts.add(host);
    observer ??= new MutationObserver(languageWatch.refresh);
    // Where an element stands in another of ours, that one watches its own surroundings too.
    for (const root of [document, host.getRootNode()]) observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
  },
  delete(host: Host): void {
    hosts.delete(host);
  },
  refresh(this: void): void {
    for (const host of hosts) host.requestUpdate?.();
  },
};
