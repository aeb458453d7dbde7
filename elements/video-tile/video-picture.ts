/** Less of the picture than this would be left by filling the box: then it is shown whole instead. */
const LEAST_VISIBLE_SHARE = 0.4;

const HAVE_CURRENT_DATA = 2;

/** Keeps one `<video>` playing one stream, silent (sound is played by the call), and fits it into its box. */
export class VideoPicture {
  readonly #video: HTMLVideoElement;
  readonly #lastFrame = document.createElement('canvas');
  #isLive = true;
  #isKept = false;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    // Set as a property too: the attribute alone does not mute an element made from a template.
    video.muted = true;
  }

  /** Not live: nothing new comes at the moment, and the last frame stays until something does. */
  show(stream: MediaStream | null, isLive: boolean): void {
    this.#isLive = isLive;
    if (!isLive && !this.#isKept) this.#keepFrame();
    if (this.#video.srcObject !== stream) {
      this.#video.srcObject = stream;
      // A closed connection ends its tracks, and that turns the video black.
      this.#track?.addEventListener('ended', this.#uncover);
      this.play();
    }
    this.#uncover();
  }

  /** When it does not run already. */
  play(): void {
    this.#uncover();
    if (this.#video.srcObject === null || !this.#video.paused) return;
    // A refusal is followed by `canplay`, by another stream, or by the visitor's own tap.
    this.#video.play().catch(() => undefined);
  }

  /** A screen is always shown whole; a camera fills the box unless too much of it would be cut off. */
  fit(source: 'camera' | 'screen'): void {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = this.#video;
    const ratio = videoWidth * clientHeight === 0 ? 1 : (videoWidth / videoHeight) * (clientHeight / clientWidth);
    const visibleShare = Math.min(ratio, 1 / ratio);
    this.#video.classList.toggle('screen', source === 'screen');
    this.#video.classList.toggle('whole', source === 'screen' || visibleShare < LEAST_VISIBLE_SHARE);
  }

  /** A camera that looks away from the visitor is not a mirror. */
  get isFacingAway(): boolean {
    return this.#track?.getSettings().facingMode === 'environment';
  }

  get #track(): MediaStreamTrack | undefined {
    const { srcObject: stream } = this.#video;
    return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
  }

  readonly #uncover = (): void => {
    const hasFrame = this.#hasFrame;
    this.#video.classList.toggle('gone', this.#isKept && !hasFrame);
    if (this.#isLive && hasFrame) this.#isKept = false;
  };

  get #hasFrame(): boolean {
    return this.#video.readyState >= HAVE_CURRENT_DATA && this.#track?.readyState === 'live';
  }

  /** Under the video. */
  #keepFrame(): void {
    const { videoWidth, videoHeight, clientWidth, className } = this.#video;
    if (!this.#hasFrame) return;
    const canvas = this.#lastFrame;
    canvas.width = clientWidth;
    canvas.height = (clientWidth * videoHeight) / videoWidth;
    canvas.className = className;
    canvas.getContext('2d')?.drawImage(this.#video, 0, 0, canvas.width, canvas.height);
    this.#video.before(canvas);
    this.#isKept = true;
  }
}
