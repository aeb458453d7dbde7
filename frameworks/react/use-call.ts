import { useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { CallExtras } from '../../src/call/call-extras.js';
import type { Call } from '../../src/call/call.js';
import { CallLease, type CallLeaseOptions, type LeasedCall } from './call-lease.js';
import { currentCall } from './current-call.js';

/** What `createCall` takes, and `autojoin`. */
export type UseCallOptions = CallLeaseOptions;

const NO_EXTRAS: CallExtras = {};
const SERVER_SNAPSHOT: LeasedCall = { call: null, error: null };
const serverSnapshot = (): LeasedCall => SERVER_SNAPSHOT;

/**
 * With options: a call of this component's own, for an interface of one's own. It is made once the component is shown
 * (null before, and on a server), is the same with every render and in StrictMode, and is left and closed when the component
 * is gone. Another `room` makes another call; name, layout, qualities and limit are taken over at once (one that the call
 * refuses is an unhandled rejection, and the call goes on); what else changes while in a call waits for the next one. Throws the `NexError` of an option that cannot be used (`config/invalid`), to be
 * caught by an error boundary.
 *
 * Without options: the call of the nearest `<NexCall>` or `<CallProvider>`; null while there is none.
 *
 * @example
 * const call = useCall({ room: 'team-standup', name: 'Ana' });
 * return <button disabled={!call} onClick={() => call?.join()}>Join</button>;
 */
export function useCall(options?: UseCallOptions, extras: CallExtras = NO_EXTRAS): Call | null {
  const provided = useContext(currentCall);
  const [lease] = useState(() => new CallLease());
  const { call, error } = useSyncExternalStore(lease.subscribe, lease.read, serverSnapshot);
  const hasOwn = options !== undefined;

  useEffect(() => {
    if (options) lease.keep(options, extras);
  });
  useEffect(() => {
    if (!hasOwn) return undefined;
    return () => {
      lease.release();
    };
  }, [lease, hasOwn]);

  if (error !== null) throw error as Error;
  return hasOwn ? call : provided;
}
