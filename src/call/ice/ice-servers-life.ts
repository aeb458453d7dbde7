const HOUR_MS = 3_600_000;
const SHORTEST_MS = 60_000;
const LONGEST_MS = 24 * HOUR_MS;
/** The user name of the TURN REST convention: when it expires, in seconds since the epoch, before a colon. */
const TIMED_USERNAME = /^(\d{9,11})(?::|$)/u;

/**
 * How long the servers of `answer` may be used, milliseconds from `now`: by its `ttl` (seconds), its `expires` (seconds
 * or milliseconds since the epoch, or a date), or the first user name to expire; an hour when it does not tell. Between
 * a minute and a day, whatever it says. Pure.
 */
export function iceServersLife(answer: unknown, servers: readonly RTCIceServer[], now: number): number {
  const told = isRecord(answer) ? (readTtl(answer['ttl']) ?? readExpires(answer['expires'], now)) : null;
  const life = told ?? readUsernames(servers, now) ?? HOUR_MS;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, life));
}

function readTtl(value: unknown): number | null {
  const seconds = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof seconds === 'number' && seconds > 0 && Number.isFinite(seconds) ? seconds * 1000 : null;
}

function readExpires(value: unknown, now: number): number | null {
  if (typeof value === 'string' && Number.isNaN(Number(value))) {
    const at = Date.parse(value);
    return Number.isNaN(at) ? null : at - now;
  }
  const at = typeof value === 'string' ? Number(value) : value;
  if (typeof at !== 'number' || !Number.isFinite(at) || at <= 0) return null;
  // Seconds reach this only in the year 5138.
  return (at < 1e11 ? at * 1000 : at) - now;
}

function readUsernames(servers: readonly RTCIceServer[], now: number): number | null {
  const ends = servers.flatMap(({ username }) => {
    const seconds = TIMED_USERNAME.exec(username ?? '')?.[1];
    return seconds === undefined ? [] : [Number(seconds) * 1000 - now];
  });
  return ends.length === 0 ? null : Math.min(...ends);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
