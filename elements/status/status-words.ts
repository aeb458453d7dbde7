import type { NexError } from '../../src/base/nex-error.js';
import type { CallState } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import { isTaken } from './is-taken.js';
import { sentences } from './sentences.js';

/** What is told of a call. */
export type Watched = Pick<CallState, 'status' | 'microphone' | 'camera' | 'screen' | 'mediaErrors' | 'isOffline' | 'error'>;
const KINDS = ['microphone', 'camera', 'screen'] as const;
export type Failing = (typeof KINDS)[number];

/** What to say, politely, about the step from one state to the next; empty when it needs no words. */
export function changeWords(previous: Watched, next: Watched, text: Localizer): string {
  const words: string[] = [];
  if (isCutOff(previous) && isInCall(next) && !next.isOffline) words.push(text.t('status.online'));
  if (previous.status !== next.status) {
    if (next.status === 'joining') words.push(text.t('status.connecting'));
    if (next.status === 'connected') words.push(text.t(previous.status === 'reconnecting' ? 'status.reconnected' : 'status.joined'));
  }
  for (const kind of KINDS) {
    if (previous[kind] === next[kind]) continue;
    if (next[kind] === 'on') words.push(text.t(`status.${kind}On`));
    // A screen that was only being chosen was not shared.
    if (next[kind] === 'off' && (previous[kind] === 'on' || (previous[kind] === 'pending' && kind !== 'screen')))
      words.push(text.t(`status.${kind}Off`));
  }
  return sentences(words);
}

/** What must interrupt: the network or the connection is lost, or one's own microphone or camera was taken away. */
export function urgentWords(previous: Watched, next: Watched, text: Localizer): string {
  const words: string[] = [];
  if (isCutOff(next)) {
    if (!isCutOff(previous)) words.push(text.t('status.offline'));
  } else if (previous.status === 'connected' && next.status === 'reconnecting') words.push(text.t('status.reconnecting'));
  for (const kind of ['microphone', 'camera'] as const) {
    if (previous[kind] !== 'on' || next[kind] !== 'blocked') continue;
    words.push(text.t(`status.${kind}Taken`));
    if (isTaken(next, kind)) words.push(text.t('status.comesBack'));
  }
  return words.join(' ');
}

/** What failed in that step and is to be said with its reason; `null` for the call itself. */
export function failureOf(previous: Watched, next: Watched): readonly [kind: Failing | null, error: NexError] | undefined {
  if (next.status === 'failed' && next.error && previous.error !== next.error) return [null, next.error];
  if (!isInCall(next)) return undefined;
  for (const kind of KINDS) {
    const error = next.mediaErrors[kind];
    // What was taken away is told already.
    if (error && error !== previous.mediaErrors[kind] && previous[kind] !== 'on') return [kind, error];
  }
  return undefined;
}

function isInCall({ status }: Watched): boolean {
  return status === 'connected' || status === 'reconnecting';
}

function isCutOff(state: Watched): boolean {
  return state.isOffline && isInCall(state);
}
