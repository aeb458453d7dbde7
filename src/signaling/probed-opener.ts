import type { Clock } from '../base/clock.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import type { LineEvents, LineOpener, SignalingLine } from './signaling-line.js';

/** From this many failures in a row on. */
const FAILURES = 2;
/** Every so many attempts without asking first: a page may allow the socket and forbid the request. */
const BLIND_EVERY = 25;

/**
 * Asks a server that failed repeatedly by a plain request, and opens the line only when it answers. Browsers hold new
 * WebSockets to a server back for seconds after many that failed (Chromium up to 5 s each, one at a time: newcomers were
 * met 11 to 14 s after a server that was down for a minute came back), plain requests they do not.
 */
export function createProbedOpener(url: string, clock: Clock, open: LineOpener): LineOpener {
  let failures = 0;
  return (events, openTimeoutMs) => {
    const counted: LineEvents = {
      handleOpen: () => {
        failures = 0;
        events.handleOpen();
      },
      handleMessage: (message) => {
        events.handleMessage(message);
      },
      handleUndeliverable: (to) => {
        events.handleUndeliverable(to);
      },
      handleEnd: (reason) => {
        failures += 1;
        events.handleEnd(reason);
      },
    };
    const isAskedFirst = failures >= FAILURES && failures % BLIND_EVERY !== 0;
    return isAskedFirst ? openAfterAnswer(url, clock, open, counted, openTimeoutMs) : open(counted, openTimeoutMs);
  };
}

function openAfterAnswer(url: string, clock: Clock, open: LineOpener, events: LineEvents, openTimeoutMs: number): SignalingLine {
  const scope = new Scope(clock);
  const abort = new AbortController();
  let line: SignalingLine | null = null;
  scope.add(() => {
    abort.abort();
    line?.close();
  });
  scope.after(openTimeoutMs, () => {
    if (line === null) abort.abort();
  });
  // Any answer will do, so none of it needs to be readable.
  fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal: abort.signal }).then(
    () => {
      if (!scope.isClosed) line = open(events, openTimeoutMs);
    },
    (cause: unknown) => {
      if (scope.isClosed) return;
      scope.close();
      events.handleEnd(new NexError('signaling/unreachable', 'The signalling server does not answer.', { retryable: true, cause }));
    },
  );
  return {
    send: (to, content) => line?.send(to, content),
    check: () => line?.check(),
    close: () => {
      scope.close();
    },
  };
}
