import type { Call } from '../call.js';

/** The intents whose code is loaded once the call stands. */
const LATE_INTENTS = [
  'pin',
  'hideTile',
  'setVolume',
  'send',
  'deleteMessage',
  'raiseHand',
  'react',
  'setSpotlight',
  'flipCamera',
  'setTorch',
  'setCameraZoom',
  'setAdaptive',
  'setSigning',
] as const;

export type LateIntents = Pick<Call, (typeof LATE_INTENTS)[number]>;
/** What the intents come down to: what throws rejects. */
export type LateWork = { readonly [Name in keyof LateIntents]: (...args: Parameters<LateIntents[Name]>) => Promise<void> | void };

/** Each waits for its code; all are of one shape, so that what is loaded at first has one line for all. */
export function createLateIntents(load: () => Promise<LateWork>): LateIntents {
  const intentOf =
    (name: keyof LateIntents) =>
    async (...args: unknown[]): Promise<void> =>
      ((await load())[name] as (...args: unknown[]) => Promise<void> | void)(...args);
  return Object.fromEntries(LATE_INTENTS.map((name) => [name, intentOf(name)])) as unknown as LateIntents;
}
