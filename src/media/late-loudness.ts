import type { Scope } from '../base/scope.js';

/** What is turned up or down: an element that plays one track. */
export interface Playing {
  readonly element: HTMLAudioElement;
  readonly track: MediaStreamTrack;
  readonly scope: Scope;
}

interface Amplifier {
  readonly setGain: (gain: number) => void;
  /** Plays the track itself again. */
  readonly remove: () => void;
}

const amplifiers = new WeakMap<HTMLAudioElement, Amplifier>();

/**
 * Plays it that loud, 0 to 2. An element's own volume does up to 1; above that, and where the browser ignores it (on
 * iOS it is the system's alone), the sound goes through a gain and then through the same element, so that the chosen
 * speaker and the leave to play stay as they are.
 *
 * Known limits: the gain adds some 10 ms, and in browsers that cancel echo within the page (Safari) amplified sound may
 * be cancelled less well; where there is no `AudioContext` 1 is the most there is.
 */
export function setLoudness(playing: Playing, volume: number): void {
  const { element, scope } = playing;
  if (scope.isClosed) return;
  element.volume = Math.min(1, volume);
  const isEnough = volume <= 1 && Math.abs(element.volume - volume) < 0.01;
  if (isEnough) amplifiers.get(element)?.remove();
  else if (typeof AudioContext !== 'undefined') {
    const amplifier = amplifiers.get(element) ?? createAmplifier(playing);
    // Where the element takes its volume, what the gain gives is not turned down a second time.
    if (volume > 1 || element.volume === 1) amplifier.setGain(volume);
  }
}

function createAmplifier({ element, track, scope }: Playing): Amplifier {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const gain = context.createGain();
  const destination = context.createMediaStreamDestination();
  source.connect(gain).connect(destination);
  // Chromium gives no sound of a remote track to a graph unless an element plays that track too.
  const opener = new Audio();
  opener.muted = true;
  opener.srcObject = new MediaStream([track]);
  void opener.play().catch(() => undefined);
  element.srcObject = destination.stream;
  void element.play().catch(() => undefined);
  void context.resume().catch(() => undefined);
  const release = scope.add(() => {
    amplifiers.delete(element);
    opener.srcObject = null;
    void context.close().catch(() => undefined);
  });
  const amplifier = {
    setGain: (value: number) => {
      gain.gain.value = value;
    },
    remove: () => {
      release();
      element.srcObject = new MediaStream([track]);
      void element.play().catch(() => undefined);
    },
  };
  amplifiers.set(element, amplifier);
  return amplifier;
}
