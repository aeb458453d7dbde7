export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Log by topic. Messages are fixed sentences; details hold codes and numbers, never names, rooms, secrets or SDP. */
export interface Logger {
  log(level: LogLevel, topic: string, message: string, detail?: Readonly<Record<string, string | number | boolean>>): void;
}

export const silentLogger: Logger = { log: () => undefined };

/**
 * Writes to the console the topics named in `topics` (separated by spaces; empty means all).
 * The only place of the package that touches the console.
 */
export function createConsoleLogger(topics: string): Logger {
  const wanted = new Set(topics.split(/\s+/).filter(Boolean));
  return {
    log(level, topic, message, detail) {
      if (wanted.size > 0 && !wanted.has(topic)) return;
      // eslint-disable-next-line no-console -- this is the logger
      console[level](`[nexrtc:${topic}] ${message}`, detail ?? '');
    },
  };
}
