interface Host extends Element {
  requestUpdate?(): void;
}

const WHAT: MutationObserverInit = { subtree: true, attributes: true, attributeFilter: ['lang'] };
const hosts = new Set<Host>();
let observer: MutationObserver | undefined;

/** Renders every element again when the words change: another `lang` somewhere above it, or a language that is loaded now. */
export const languageWatch = {
  add(host: Host): void {
    hosts.add(host);
    observer ??= new MutationObserver(languageWatch.refresh);
    let root = host.getRootNode();
    observer.observe(root, WHAT);
    while (root instanceof ShadowRoot) {
      root = root.host.getRootNode();
      observer.observe(root, WHAT);
    }
  },
  delete(host: Host): void {
    hosts.delete(host);
  },
  refresh(): void {
    for (const host of hosts) host.requestUpdate?.();
  },
};
