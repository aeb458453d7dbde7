import type { SendLimit, TrackSource } from '../engine-port.js';
import { isPicture } from '../mesh/is-picture.js';

const PRIORITIES: Readonly<Record<TrackSource, RTCPriorityType>> = {
  microphone: 'high',
  'screen-audio': 'high',
  screen: 'medium',
  camera: 'low',
};
const KEPT: Partial<Record<TrackSource, RTCDegradationPreference>> = { camera: 'maintain-framerate', screen: 'maintain-resolution' };

/**
 * Firefox sends the last frame again each second when there is no track. The others, all of them with libwebrtc inside,
 * do not, and only they have content hints.
 */
const repeatsLastFrame = (): boolean => !('contentHint' in MediaStreamTrack.prototype);

/**
 * The parameters of one sender. One change is under way at a time, for parameters that were read before another change
 * are refused; of what is wished meanwhile the last counts, and what changes nothing is not set.
 */
export class SenderSettings {
  readonly #sender: RTCRtpSender;
  readonly #source: TrackSource;
  /** It takes more than no track to send nothing. */
  readonly #needsSwitch: boolean;
  #wish: Partial<SendLimit> | null = null;
  #applied = '';
  #isBusy = false;
  #mustRestart = false;

  constructor(sender: RTCRtpSender, source: TrackSource, needsSwitch = repeatsLastFrame()) {
    this.#sender = sender;
    this.#source = source;
    this.#needsSwitch = needsSwitch;
  }

  /**
   * What one sender shall do; of a limit that is missing nothing is said. What is off has lost its track and keeps its
   * bounds: without them Chromium takes it for more to send, and probes the line for that.
   */
  set(wish: Partial<SendLimit>): void {
    if (wish.isOff && !this.#needsSwitch) return;
    this.#wish = wish.isOff ? { ...this.#wish, isOff: true } : wish;
    void this.#apply();
  }

  /** What is encoded starts anew, with a key frame. */
  restart(): void {
    this.#mustRestart = true;
    void this.#apply();
  }

  async #apply(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#wish) {
      const isRestart = this.#mustRestart;
      this.#mustRestart = false;
      const wish = this.#wish;
      const text = isRestart ? '' : JSON.stringify(wish);
      if (text === this.#applied && !isRestart) break;
      this.#applied = text;
      const isActive = !isRestart && !wish.isOff;
      // A browser that refuses one of them must still be able to stop a picture, and to start it anew.
      await this.#write(wish, isActive).catch(() => this.#write({}, isActive).catch(() => undefined));
    }
    this.#isBusy = false;
  }

  async #write(wish: Partial<SendLimit>, isActive: boolean): Promise<void> {
    const source = this.#source;
    const parameters = this.#sender.getParameters();
    const priority = wish.priority ?? PRIORITIES[source];
    for (const encoding of parameters.encodings) {
      encoding.active = isActive;
      encoding.priority = encoding.networkPriority = priority;
      put(encoding, 'maxBitrate', wish.maxBitrateBps);
      if (!isPicture(source)) continue;
      put(encoding, 'maxFramerate', wish.maxFrameRate);
      put(encoding, 'scaleResolutionDownBy', wish.scaleDownBy);
    }
    put(parameters, 'degradationPreference', wish.degradationPreference ?? KEPT[source]);
    await this.#sender.setParameters(parameters);
  }
}

/** What is missing is the browser's choice. */
function put<Target extends object, Key extends keyof Target>(target: Target, key: Key, value: Target[Key] | null | undefined): void {
  if (value == null) Reflect.deleteProperty(target, key);
  else target[key] = value;
}
