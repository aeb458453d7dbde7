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
  else if (typeof AudioContext !== 'undefined') (amplifiers.get(element) ?? createAmplifier(playing)).setGain(volume);
}

function createAmplifier({ element, track, scope }: Playing): Amplifier {
  const context = new AudioContext();
  const gain = context.createGain();
  const destination = context.createMediaStreamDestination();
  context
    .createMediaStreamSource(new MediaStream([track]))
    .connect(gain)
    .connect(destination);
  // Chromium gives no sound of a remote track to a graph unless an element plays that track too.
  const opener = new Audio();
  opener.muted = true;
  opener.srcObject = new MediaStream([track]);
  void opener.play().catch(() => undefined);
  const play = (stream: MediaStream): void => {
    element.srcObject = stream;
    void element.play().catch(() => undefined);
  };
  // A graph that the browser holds back (before a click, in a phone call) is silent: then it is plain sound, not none.
  const follow = (): void => {
    play(context.state === 'running' ? destination.stream : new MediaStream([track]));
  };
  const parts = scope.child();
  parts.listen(context, 'statechange', follow);
  parts.add(() => {
    amplifiers.delete(element);
    opener.srcObject = null;
    void context.close().catch(() => undefined);
  });
  if (context.state === 'running') follow();
  else void context.resume().catch(() => undefined);
  const amplifier = {
    setGain: (value: number) => {
      gain.gain.value = value;
    },
    remove: () => {
      parts.close();
      play(new MediaStream([track]));
    },
  };
  amplifiers.set(element, amplifier);
  return amplifier;
}
