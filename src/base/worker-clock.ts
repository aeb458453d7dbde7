import { systemClock, type Clock } from './clock.js';

/** Runs in the worker: one interval for each id it is told of. */
const TICKER = `const timers = new Map();
onmessage = ({ data: { id, periodMs } }) => {
  if (periodMs) timers.set(id, setInterval(() => postMessage(id), periodMs));
  else clearInterval(timers.get(id));
};`;

/**
 * A clock whose `every` keeps its pace in hidden tabs, where browsers slow a page's own timers down but not a worker's.
 * One worker serves all, and ends with the last of them. Where a worker may not be made (a host page's strict policy),
 * the page's timers are all there is.
 */
export function createWorkerClock(): Clock {
  const ticks = new Map<number, () => void>();
  let worker: Worker | null = null;
  let nextId = 0;

  return {
    now: systemClock.now,
    after: systemClock.after,
    every(periodMs, run) {
      const id = (nextId += 1);
      let lastRun = systemClock.now();
      // Both tick; whichever comes first in a period runs, so neither its absence nor its presence is felt.
      const tick = (): void => {
        const now = systemClock.now();
        if (now - lastRun < periodMs * 0.6) return;
        lastRun = now;
        run();
      };
      ticks.set(id, tick);
      worker ??= startWorker((tickId) => ticks.get(tickId)?.());
      worker?.postMessage({ id, periodMs });
      const stopTimer = systemClock.every(periodMs, tick);
      return () => {
        stopTimer();
        if (!ticks.delete(id)) return;
        worker?.postMessage({ id });
        if (ticks.size > 0) return;
        worker?.terminate();
        worker = null;
      };
    },
  };
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

/** A page has one policy of a name. It lets only our own ticker through, never anything given from outside. */
let policy: ScriptPolicy | null = null;

/** Under Trusted Types a worker's address must come from the policy `nexrtc`. */
function trust(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('nexrtc', { createScriptURL: (own) => own }) ?? null;
  return policy?.createScriptURL(url) ?? url;
}

function startWorker(onTick: (id: number) => void): Worker | null {
  if (typeof Worker === 'undefined') return null;
  const url = URL.createObjectURL(new Blob([TICKER], { type: 'text/javascript' }));
  try {
    const worker = new Worker(trust(url));
    worker.onmessage = ({ data }: MessageEvent<number>): void => {
      onTick(data);
    };
    return worker;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
