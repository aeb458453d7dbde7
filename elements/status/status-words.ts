import type { CallState } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import type { Arrivals } from './arrival-batch.js';
import { isTaken } from './is-taken.js';

/** What is told of a call. */
export type Watched = Pick<CallState, 'status' | 'microphone' | 'camera' | 'screen' | 'mediaErrors' | 'isOffline'>;
const KINDS = ['microphone', 'camera', 'screen'] as const;

/** "Ana and Bo joined. 5 people left." */
export function arrivalWords(arrivals: readonly Arrivals[], text: Localizer): string {
  return arrivals
    .map(({ kind, count, names }) => {
      const shown = names.map((name) => name || text.t('status.guest'));
      const [only] = shown;
      if (shown.length === 1 && only !== undefined)
        return text.t(kind === 'joined' ? 'status.participantJoined' : 'status.participantLeft', { name: only });
      if (shown.length > 1)
        return text.t(kind === 'joined' ? 'status.participantsJoined' : 'status.participantsLeft', { names: text.list(shown) });
      return text.t(kind === 'joined' ? 'status.manyJoined' : 'status.manyLeft', { count });
    })
    .join('. ');
}

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
    if (next[kind] === 'off' && (previous[kind] === 'on' || previous[kind] === 'pending')) words.push(text.t(`status.${kind}Off`));
  }
  return words.join('. ').replaceAll('..', '.');
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

function isInCall({ status }: Watched): boolean {
  return status === 'connected' || status === 'reconnecting';
}

function isCutOff(state: Watched): boolean {
  return state.isOffline && isInCall(state);
}
