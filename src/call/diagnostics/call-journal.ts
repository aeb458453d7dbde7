import type { Clock } from '../../base/clock.js';
import type { Emitter } from '../../base/emitter.js';
import type { Logger } from '../../base/logger.js';
import type { ErrorCode } from '../../base/nex-error.js';
import type { Scope } from '../../base/scope.js';
import type { CallSnapshot } from '../call-snapshot.js';
import type { CallEvents, CallStatus } from '../call.js';

/** The latest of each kind. */
const NOTES = 64;
/** Five minutes of a sample every two seconds from nine others, and a little more. */
const SAMPLES = 1500;

export interface Note<Value> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly value: Value;
}

/**
 * Keeps what a report will tell of the past. It is part of every call, so it only writes down; everything else is loaded
 * when a report is asked for. Bounded; no names.
 */
export class CallJournal {
  readonly statuses: Note<CallStatus>[] = [];
  readonly signaling: Note<boolean>[] = [];
  readonly errors: Note<ErrorCode>[] = [];
  readonly departures: Note<{ readonly participantId: string; readonly reason: string }>[] = [];
  readonly stats: Note<CallEvents['stats-updated']>[] = [];
  /** What a participant is called in reports, by id: the same in each. */
  readonly aliases = new Map<string, string>();

  constructor(
    emitter: Emitter<CallEvents>,
    { store }: CallSnapshot,
    scope: Scope,
    { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
  ) {
    const note = <Value>(notes: Note<Value>[], value: Value, limit = NOTES): void => {
      notes.push({ at: clock.now(), value });
      if (notes.length > limit) notes.shift();
    };
    emitter.on('state-changed', ({ state }) => {
      note(this.statuses, state);
      logger.log('info', 'call', 'Status', { state });
    });
    emitter.on('error', ({ error }) => {
      note(this.errors, error.code);
      logger.log('warn', 'call', 'Error', { code: error.code });
    });
    emitter.on('participant-left', ({ participant, reason }) => {
      note(this.departures, { participantId: participant.id, reason });
      logger.log('info', 'call', 'Somebody is gone', { reason });
    });
    emitter.on('stats-updated', (event) => {
      note(this.stats, event, SAMPLES);
    });
    scope.add(
      store.subscribe(
        (state) => state.isSignalingReachable,
        (isReachable) => {
          note(this.signaling, isReachable);
          logger.log('info', 'call', 'Signalling', { isReachable });
        },
      ),
    );
  }
}
