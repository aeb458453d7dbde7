import { html, type TemplateResult } from 'lit';
import { NexError } from '../../src/base/nex-error.js';
import type { Call } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import { afterView } from './after-view.js';
import type { CallView } from './call-view.js';
import type { LateCall } from './late-call.js';
import { noticeView } from './notice-view.js';
import { stageView } from './stage-view.js';

export interface ContentOptions {
  readonly view: CallView;
  /** Why no call could be made. */
  readonly error: NexError | null;
  readonly host: {
    readonly call: Call | null;
    readonly maxTiles: number;
    readonly controls: 'bottom' | 'top' | 'floating' | 'none';
    readonly hide: string;
  };
  readonly otherCount: number;
  readonly text: Localizer;
  /** Asked for only where it is needed: asking loads it. */
  readonly late: () => LateCall | null;
  readonly onJoin: () => void;
  readonly onLeave: () => void;
  readonly onLobby: () => void;
}

/** The default interface of a call, but for its banner. */
export function contentView({ view, error, host, otherCount, text, late, onJoin, onLeave, onLobby }: ContentOptions): TemplateResult {
  const snapshot = host.call?.state;
  if (view === 'joining')
    return noticeView({ tone: 'busy', title: text.t('call.joining'), ways: { cancel: [text.t('call.cancel'), onLeave] } });
  if (view === 'ended' || view === 'error') {
    const ways = snapshot ? { rejoin: onJoin, lobby: onLobby } : null;
    const why = view === 'ended' ? null : (error ?? snapshot?.error ?? new NexError('call/invalid-state', 'There is no call.'));
    const notice = afterView({ error: why, reason: snapshot?.endReason ?? 'left', ways, text, late: late() });
    return why ? notice : html`<slot name="ended">${notice}</slot>`;
  }
  if (view === 'lobby')
    return html`<div class="lobby" tabindex="-1" data-view-focus>
      <slot name="lobby"><nex-lobby part="lobby" exportparts="preview, card, input, select, button, button-join"></nex-lobby></slot>
    </div>`;
  return stageView({
    room: snapshot?.room ?? '',
    maxTiles: host.maxTiles,
    controls: host.controls,
    otherCount,
    hide: host.hide,
    text,
    late: late(),
  });
}
