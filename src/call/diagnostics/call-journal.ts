import type { Clock } from '../../base/clock.js';
import type { Emitter } from '../../base/emitter.js';
import type { Logger } from '../../base/logger.js';
import type { ErrorCode } from '../../base/nex-error.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import type { CallEvents, CallStatus } from '../call.js';

/** Of each kind: five minutes of a sample every two seconds from nine others, and a little more. */
const NOTES = 1500;

export interface Note<Value> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly value: Value;
}

export interface CallJournalOptions {
  readonly emitter: Emitter<CallEvents>;
  readonly snapshot: CallSnapshot;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Oldest first; a kind of which there was nothing is missing. */
export interface Notes {
  statuses?: Note<CallStatus>[];
  signaling?: Note<boolean>[];
  errors?: Note<ErrorCode>[];
  departures?: Note<readonly [participantId: string, reason: string]>[];
  stats?: Note<CallEvents['stats-updated']>[];
}
type ValueOf<Kind extends keyof Notes> = NonNullable<Notes[Kind]>[number]['value'];

export interface CallJournal {
  readonly notes: Notes;
  /** What a participant is called in reports, by id: the same in each. Made with the first report. */
  aliases?: Map<string, string>;
}

/**
 * Keeps what a report will tell of the past, and logs it. It is part of every call, so it only writes down, in few bytes;
 * everything else is loaded when a report is asked for. Bounded; no names.
 */
export function keepJournal({ emitter, snapshot, clock, logger }: CallJournalOptions): CallJournal {
  const notes: Notes = {};
  const note = <Kind extends keyof Notes>(kind: Kind, value: ValueOf<Kind>): void => {
    const kept = (notes[kind] ??= []) as Note<ValueOf<Kind>>[];
    kept.push({ at: clock.now(), value });
    if (kept.length > NOTES) kept.shift();
    // States and codes of errors.
    if (typeof value === 'string') logger.log('info', 'call', value);
  };
  emitter.on('state-changed', ({ state }) => {
    note('statuses', state);
  });
  emitter.on('error', ({ error }) => {
    note('errors', error.code);
  });
  emitter.on('participant-left', ({ participant, reason }) => {
    note('departures', [participant.id, reason]);
  });
  emitter.on('stats-updated', (event) => {
    note('stats', event);
  });
  // Both end with the call: there is nothing to release.
  snapshot.store.subscribe(
    (state) => state.isSignalingReachable,
    (isReachable) => {
      note('signaling', isReachable);
    },
  );
  return { notes };
}
