import type { Clock } from '../base/clock.js';
import { Scope } from '../base/scope.js';
import type { LevelMeter } from './level-meter-port.js';

const PERIOD_MS = 100;
const SAMPLES = 2048;
/** Speech at a usual distance has a root mean square of some 0.1; this puts it well up the scale. */
const GAIN = 3;

/** Meters tracks with one audio context for all, made when the first is watched. Nothing is played. */
export function createLevelMeter({ clock }: { readonly clock: Clock }): LevelMeter {
  const scope = new Scope(clock);
  let context: AudioContext | null = null;

  const open = (): AudioContext => {
    if (context !== null) return context;
    const opened = new AudioContext();
    context = opened;
    scope.add(() => {
      void opened.close().catch(() => undefined);
    });
    return opened;
  };

  return {
    watch(track, listener) {
      if (scope.isClosed || typeof AudioContext === 'undefined') return () => undefined;
      const audio = open();
      const watching = scope.child();
      const source = audio.createMediaStreamSource(new MediaStream([track]));
      const analyser = audio.createAnalyser();
      analyser.fftSize = SAMPLES;
      source.connect(analyser);
      watching.add(() => {
        source.disconnect();
      });
      const samples = new Float32Array(analyser.fftSize);
      watching.every(PERIOD_MS, () => {
        // While the context is held back the analyser gives stale samples.
        if (audio.state === 'running') analyser.getFloatTimeDomainData(samples);
        else samples.fill(0);
        listener(levelOf(samples));
      });
      if (audio.state === 'suspended') void audio.resume().catch(() => undefined);
      return () => {
        watching.close();
      };
    },
    async resume() {
      await context?.resume();
    },
    close() {
      scope.close();
      context = null;
    },
  };
}

function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / samples.length) * GAIN);
}
