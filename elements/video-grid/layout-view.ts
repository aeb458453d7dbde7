import type { CallState, SelfView } from '../../src/call/call.js';
import type { Layout } from '../../src/call/call-options.js';

/** What decides, beside who is there, which tile goes where. */
export interface LayoutView {
  readonly layout: Layout;
  readonly selfView: SelfView;
  readonly spotlightId: string | null;
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
}

export function selectLayoutView({ layout, selfView, spotlightId, pinned, hiddenTiles }: Readonly<CallState>): LayoutView {
  return { layout, selfView, spotlightId, pinned, hidden: hiddenTiles };
}

export function isSameLayoutView(a: LayoutView, b: LayoutView): boolean {
  return (
    a.layout === b.layout &&
    a.selfView === b.selfView &&
    a.spotlightId === b.spotlightId &&
    a.pinned.join('\n') === b.pinned.join('\n') &&
    a.hidden.join('\n') === b.hidden.join('\n')
  );
}
