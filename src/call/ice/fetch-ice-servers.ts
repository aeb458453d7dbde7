import { invalidOption } from '../invalid-option.js';
import { iceServersLife } from './ice-servers-life.js';
import { checkIceServers } from './read-ice-servers.js';

const TIMEOUT_MS = 5000;
const EXPECTED = 'a URL that answers a JSON list of ICE servers';

export interface IceServersAnswer {
  readonly servers: readonly RTCIceServer[];
  /** How long they may be used from now on. */
  readonly lifeMs: number;
}

/** Asks the URL for the list. Rejects with `config/invalid` when there is no answer or it is not a list. */
export async function fetchIceServers(url: string, now: () => number): Promise<IceServersAnswer> {
  let answer: unknown;
  try {
    // Credentials that a cache gives out again may be over.
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json' },
      cache: 'no-store',
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    answer = await response.json();
  } catch (cause) {
    throw invalidOption('ice-servers', undefined, EXPECTED, cause);
  }
  const servers = checkIceServers(answer);
  return { servers, lifeMs: iceServersLife(answer, servers, now()) };
}
