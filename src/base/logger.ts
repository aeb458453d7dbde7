const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** Log by topic. Messages are fixed sentences; details hold codes and numbers, never names, rooms, secrets or SDP. */
export interface Logger {
  log(level: LogLevel, topic: string, message: string, detail?: Readonly<Record<string, string | number | boolean>>): void;
}

export const silentLogger: Logger = { log: () => undefined };

/**
 * Writes to the console the topics named in `topics`, separated by spaces; empty means all. A level may follow a topic:
 * `engine:warn` is its warnings and errors, `*:warn` those of every topic; without one (or with one that does not exist)
 * everything is written. The only place of the package that touches the console.
 */
export function createConsoleLogger(topics: string): Logger {
  const wanted = new Map<string, number>();
  for (const entry of topics.trim().split(/\s+/)) {
    const [topic, level] = entry.split(':');
    wanted.set(topic || '*', LEVELS.indexOf(level as LogLevel));
  }
  return {
    log(level, topic, message, detail) {
      // A topic's own level wins over the one for all.
      if (LEVELS.indexOf(level) < (wanted.get(topic) ?? wanted.get('*') ?? LEVELS.length)) return;
      // eslint-disable-next-line no-console -- this is the logger
      console[level](`[nexrtc:${topic}] ${message}`, detail ?? '');
    },
  };
}
