const HAVE_CURRENT_DATA = 2;

/**
 * Keeps the last frame of a video under it while there is no other: browsers turn the picture of a closed connection
 * black, and show nothing before the first frame of the next one.
 */
export class LastFrame {
  readonly #video: HTMLVideoElement;
  readonly #canvas = document.createElement('canvas');
  #isLive = true;
  #isKept = false;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    video.addEventListener('canplay', this.#uncover);
    video.addEventListener('emptied', this.#uncover);
    this.#uncover();
  }

  /** Not live: nothing new comes at the moment. Asked before the stream becomes another one. */
  show(isLive: boolean): void {
    this.#isLive = isLive;
    if (!isLive && !this.#isKept && this.#hasFrame) this.#keep();
    this.#uncover();
  }

  get #track(): MediaStreamTrack | undefined {
    const { srcObject: stream } = this.#video;
    return stream instanceof MediaStream ? stream.getVideoTracks()[0] : undefined;
  }

  get #hasFrame(): boolean {
    return this.#video.readyState >= HAVE_CURRENT_DATA && this.#track?.readyState === 'live';
  }

  #keep(): void {
    const { videoWidth, videoHeight, clientWidth, className } = this.#video;
    const canvas = this.#canvas;
    canvas.width = clientWidth;
    canvas.height = (clientWidth * videoHeight) / videoWidth;
    canvas.className = className;
    canvas.getContext('2d')?.drawImage(this.#video, 0, 0, canvas.width, canvas.height);
    this.#video.before(canvas);
    this.#isKept = true;
  }

  readonly #uncover = (): void => {
    const hasFrame = this.#hasFrame;
    this.#track?.addEventListener('ended', this.#uncover);
    this.#video.classList.toggle('gone', this.#isKept && !hasFrame);
    if (this.#isLive && hasFrame) this.#isKept = false;
  };
}
