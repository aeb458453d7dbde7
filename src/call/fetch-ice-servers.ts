import { invalidOption } from './invalid-option.js';
import { checkIceServers } from './read-ice-servers.js';

const TIMEOUT_MS = 5000;
const EXPECTED = 'a URL that answers a JSON list of ICE servers';

/** Asks the URL for the list. Rejects with `config/invalid` when there is no answer or it is not a list. */
export async function fetchIceServers(url: string): Promise<readonly RTCIceServer[]> {
  let answer: unknown;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    answer = await response.json();
  } catch (cause) {
    throw invalidOption('ice-servers', undefined, EXPECTED, cause);
  }
  return checkIceServers(answer);
}
