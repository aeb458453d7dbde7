/* eslint-disable no-console -- what the logger writes there is what is tested */
import type { LogLevel } from '../../src/base/logger.js';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

export interface ConsoleLine {
  readonly level: LogLevel;
  readonly args: readonly unknown[];
}

export interface CapturedConsole {
  /** What the logger wrote; whatever else writes there goes on to the console. */
  readonly lines: readonly ConsoleLine[];
  readonly restore: () => void;
}

/** Catches the lines of the logger until restored. */
export function captureConsole(): CapturedConsole {
  const lines: ConsoleLine[] = [];
  const originals = LEVELS.map((level) => console[level]);
  for (const [index, level] of LEVELS.entries()) {
    console[level] = (...args: unknown[]) => {
      if (String(args[0]).startsWith('[nexrtc:')) lines.push({ level, args });
      else originals[index]?.(...args);
    };
  }
  return {
    lines,
    restore: () => {
      for (const [index, level] of LEVELS.entries()) console[level] = originals[index] as () => void;
    },
  };
}
