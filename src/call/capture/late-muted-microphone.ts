import type { LateOptions } from '../later/late-options.js';
import { SpeechDetector } from './late-speech-detector.js';
import type { MicrophoneKeeper } from './microphone-keeper.js';

type MutedMicrophoneOptions = Pick<LateOptions, 'captures' | 'snapshot' | 'media' | 'world' | 'levelMeter' | 'clock' | 'scope'>;

/**
 * Keeps a microphone that is muted in the room open on this device: it is back without asking the device again, and who
 * speaks into it can be told. Nothing of it is published; it ends whenever there is a doubt whether it should be open.
 */
export class MutedMicrophone implements MicrophoneKeeper {
  readonly #options: MutedMicrophoneOptions;
  #isInRoom = false;
  #kept: { readonly track: MediaStreamTrack; readonly stopMetering: () => void } | null = null;

  constructor(options: MutedMicrophoneOptions) {
    this.#options = options;
    const { captures, snapshot, media, world, scope } = options;
    captures.keeper = this;
    const release = (): void => {
      this.release();
    };
    scope.add(release);
    // It was unplugged: while muted that is nobody's trouble.
    scope.add(
      media.on('capture-ended', ({ source }) => {
        if (source === 'microphone') release();
      }),
    );
    // A phone call, or a switch: what the system took is its own to give.
    scope.add(
      media.on('capture-muted', ({ source, isMuted }) => {
        if (source === 'microphone' && isMuted) release();
      }),
    );
    scope.add(
      media.on('default-changed', () => {
        const chosen = snapshot.state.selectedDevices.microphone;
        if (chosen === null || chosen === 'default') release();
      }),
    );
    // The chosen one was plugged in again: the one that stood in for it is not the one to be heard by.
    scope.add(snapshot.store.subscribe((state) => state.selectedDevices.microphone, release));
    scope.add(
      world.on('page', ({ change }) => {
        if (change === 'hidden' && world.isHandheld) release();
      }),
    );
  }

  /** One stay begins: from now on it is kept. */
  start(): void {
    this.#isInRoom = true;
  }

  stop(): void {
    this.#isInRoom = false;
    this.release();
  }

  keep(): boolean {
    // Turned off once more.
    if (this.#kept !== null) return true;
    const { captures, world, levelMeter, clock } = this.#options;
    const track = captures.track('microphone');
    const isUnseen = world.isHandheld && world.isHidden;
    // Still wanted: what cannot be sent is given up, not muted. With an error: the system has it.
    const isMuting = !captures.isWanted('microphone') && captures.state.mediaErrors.microphone === null;
    if (!this.#isInRoom || isUnseen || !isMuting || track?.readyState !== 'live') return false;
    const detector = new SpeechDetector();
    const stopMetering = levelMeter.watch(track, (level) => {
      this.#show(detector.add(level, clock.now()));
    });
    this.#kept = { track, stopMetering };
    return true;
  }

  take(): MediaStreamTrack | null {
    const track = this.#forget();
    if (track?.readyState !== 'ended') return track;
    this.#options.media.stop('microphone');
    return null;
  }

  release(): void {
    if (this.#forget() !== null) this.#options.media.stop('microphone');
  }

  #forget(): MediaStreamTrack | null {
    const kept = this.#kept;
    this.#kept = null;
    kept?.stopMetering();
    this.#show(false);
    return kept?.track ?? null;
  }

  #show(isSpeakingMuted: boolean): void {
    const { snapshot } = this.#options;
    if (snapshot.state.isSpeakingMuted !== isSpeakingMuted) snapshot.patch({ isSpeakingMuted });
  }
}
