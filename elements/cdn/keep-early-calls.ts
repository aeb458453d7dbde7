type EarlyCall = HTMLElement & { join?: () => Promise<void>; leave?: () => Promise<void> };

/** `join()` and `leave()` of the tags on the page work before they are elements: done then, and settled as they are. */
export function keepEarlyCalls(tag: string): void {
  const kept = new Set<EarlyCall>();
  const keep = (): void => {
    for (const element of document.querySelectorAll<EarlyCall>(`${tag}:not(:defined)`)) {
      if (kept.has(element)) continue;
      kept.add(element);
      for (const name of ['join', 'leave'] as const)
        element[name] = async () => {
          await upgraded;
          customElements.upgrade(element);
          await element[name]?.();
        };
    }
  };
  const observer = new MutationObserver(keep);
  const upgraded = customElements.whenDefined(tag).then(() => {
    observer.disconnect();
    for (const element of kept) {
      delete element.join;
      delete element.leave;
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  keep();
}
