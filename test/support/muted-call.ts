import { createCallHarness, loadLate, settle, type CallHarness, type HarnessOptions } from './call-harness.js';

/** A call that stands, whose microphone is metered as by the real meter: each watcher on its own. */
export async function createMeteredCall(
  options: HarnessOptions = {},
): Promise<CallHarness & { readonly hear: (level: number, durationMs: number) => void }> {
  const harness = createCallHarness({ ...options, input: { cameraOff: true, ...options.input } });
  const watchers = new Map<(level: number) => void, MediaStreamTrack>();
  harness.levelMeter.watch = (track, listener) => {
    watchers.set(listener, track);
    return () => {
      watchers.delete(listener);
    };
  };
  await harness.call.join();
  await settle();
  await loadLate();
  const hear = (level: number, durationMs: number): void => {
    for (let passed = 0; passed < durationMs; passed += 100) {
      harness.clock.pass(100);
      for (const listener of watchers.keys()) listener(level);
    }
  };
  return Object.assign(harness, { hear });
}

export const microphoneTrack = ({ media }: CallHarness): MediaStreamTrack | undefined => media.running.get('microphone')?.[0];
export const microphoneStarts = ({ media }: CallHarness): number =>
  media.captureCalls.filter(({ source }) => source === 'microphone').length;
export const isMicrophoneOpen = (harness: CallHarness): boolean => microphoneTrack(harness)?.readyState === 'live';
