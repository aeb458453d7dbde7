import { randomUUID } from 'node:crypto';
import { PROBE, probe } from './probe.mjs';
import { allConnected, until } from '../stage.mjs';

const SETTLE_MS = 2_000;
const FLOW_LIMIT_MS = 20_000;

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const newRoom = () => `lab-${randomUUID()}`;

/**
 * Opens a page that has not joined yet.
 *
 * @param {import('../stage.mjs').Stage} stage
 * @param {{ visit: Function }} browser
 * @param {{ room: string, signalUrl?: string, attributes?: string, shape?: object }} options `shape` arms shaping
 */
export async function arrive(stage, browser, { room, signalUrl, attributes = '', shape }) {
  const url = await stage.hostPage({ room, attributes, ...(signalUrl ? { server: signalUrl } : {}) });
  return browser.visit(url, { initScript: PROBE, ...(shape ? { shape } : {}) });
}

export async function join(visitor) {
  const joining = visitor.join();
  await visitor.page.waitForFunction(() => document.querySelector('nex-call')?.call?.state.status !== undefined);
  await probe.start(visitor);
  await joining;
}

/** Waits until everybody sees and hears everybody, and a little more. */
export async function settle(visitors, settleMs = SETTLE_MS, kinds = ['video', 'audio']) {
  await allConnected(visitors);
  await Promise.all(visitors.map((visitor) => flowing(visitor, 0, visitors.length - 1, FLOW_LIMIT_MS, kinds)));
  await pause(settleMs);
}

/** The time from which pictures and sound of `flows` connections came steadily after `since`; rejects when not in time. */
export async function flowing(visitor, since, flows, limitMs, kinds = ['video', 'audio']) {
  let at = null;
  await until(
    async () => {
      const times = await Promise.all(kinds.map((kind) => probe.back(visitor, since, kind, flows)));
      at = times.includes(null) ? null : Math.max(...times);
      return at !== null;
    },
    `${kinds.join(' and ')} of ${flows} others`,
    limitMs,
  );
  return at;
}

/** The time at which everybody is shown the others as connected and well; it may have been so all along. */
export async function allWell(visitors, limitMs) {
  const isWell = ({ isWeak, connection }) => !isWeak && connection === 'connected';
  await until(
    async () =>
      (await Promise.all(visitors.map(probe.states))).every((states) => {
        const { others } = states.at(-1);
        return others.length === visitors.length - 1 && others.every(isWell);
      }),
    'all shown as connected',
    limitMs,
  );
  return Date.now();
}

/** The first public state after `since` for which `isIt` holds, waited for. */
export async function shown(visitor, since, isIt, what, limitMs) {
  let found;
  await until(
    async () => {
      found = (await probe.states(visitor)).find((state) => state.at > since && isIt(state));
      return found !== undefined;
    },
    what,
    limitMs,
  );
  return found.at;
}

/** The longest time without pictures (or sound) of those who never lost each other; rejects when one of `flows` did. */
export async function longestGap(visitors, since, flows, kinds = ['video', 'audio']) {
  const now = Date.now();
  const found = await Promise.all(visitors.flatMap((visitor) => kinds.map((kind) => probe.longestGap(visitor, since, now, kind))));
  if (found.some((entry) => entry.flows < flows)) throw new Error('a connection that should last was lost');
  return Math.max(...found.map(({ gapMs }) => gapMs));
}
