import type { LastFrame } from './last-frame.js';

/**
 * Filling the box leaves a share of the picture; with less than this it is shown whole instead. Faces are in the middle
 * of a wide picture, so its sides may go; an upright one would lose foreheads and chins.
 */
const LEAST_WIDTH_SHARE = 0.25;
const LEAST_HEIGHT_SHARE = 0.4;

/** Keeps one `<video>` playing one stream, silent (sound is played by the call), and fits it into its box. */
export class VideoPicture {
  readonly #video: HTMLVideoElement;
  #lastFrame: LastFrame | undefined;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    // Set as a property too: the attribute alone does not mute an element made from a template.
    video.muted = true;
    // Nothing is lost before there is a picture.
    import('./last-frame.js').then(
      ({ LastFrame: Frame }) => {
        this.#lastFrame = new Frame(video);
      },
      () => undefined,
    );
  }

  /** Not live: nothing new comes at the moment, and the last frame stays until something does. */
  show(stream: MediaStream | null, isLive: boolean): void {
    this.#lastFrame?.show(isLive);
    if (this.#video.srcObject === stream) return;
    this.#video.srcObject = stream;
    this.play();
  }

  play(): void {
    if (this.#video.srcObject === null || !this.#video.paused) return;
    // A refusal is followed by `canplay`, by another stream, or by the visitor's own tap.
    this.#video.play().catch(() => undefined);
  }

  /** A screen is always shown whole; a camera fills the box unless too much of it would be cut off. */
  fit(source: 'camera' | 'screen'): void {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = this.#video;
    const ratio = videoWidth * clientHeight === 0 ? 1 : (videoWidth / videoHeight) * (clientHeight / clientWidth);
    this.#video.classList.toggle('screen', source === 'screen');
    this.#video.classList.toggle('whole', source === 'screen' || ratio < LEAST_HEIGHT_SHARE || ratio * LEAST_WIDTH_SHARE > 1);
  }

  /** A camera that looks away from the visitor is not a mirror. */
  get isFacingAway(): boolean {
    const stream = this.#video.srcObject instanceof MediaStream ? this.#video.srcObject : null;
    return stream?.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
  }
}
