import type { TemplateResult } from 'lit';
import type { NexError } from '../../src/base/nex-error.js';
import type { LeaveReason } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import type { LateCall } from './late-call.js';
import { noticeView } from './notice-view.js';

export interface AfterOptions {
  /** Null when the call ended as calls do. */
  readonly error: NexError | null;
  readonly reason: LeaveReason;
  /** Null where only the page's owner can help. */
  readonly ways: { readonly rejoin: () => void; readonly lobby: () => void } | null;
  readonly text: Localizer;
  /** Adds words, how long it lasted, and the report. */
  readonly late: LateCall | null;
}

/** Why there is no call any more, or none yet, and the ways on from there. */
export function afterView({ error, reason, ways, text, late }: AfterOptions): TemplateResult {
  return noticeView({
    tone: !error && (reason === 'left' || reason === 'ended') ? 'calm' : 'alert',
    role: error ? 'alert' : undefined,
    title: error ? text.errorTitle(error.code) : text.t(`ended.${reason}`),
    words: error ? text.errorAdvice(error.code) : late ? text.t(`ended.${reason}Text`) : '',
    ways: ways
      ? { rejoin: [text.t(error ? 'call.retry' : 'call.rejoin'), ways.rejoin], lobby: [text.t('call.backToLobby'), ways.lobby] }
      : {},
    more: late?.renderMore(error),
  });
}
