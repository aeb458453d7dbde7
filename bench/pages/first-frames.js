/** Notes when the first frame of each remote participant was shown. */
export class FirstFrames {
  #timesMs = new Map();
  #watched = new Set();

  get count() {
    return this.#timesMs.size;
  }

  watch(id, stream) {
    if (this.#watched.has(id)) return;
    this.#watched.add(id);
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    video.width = 160;
    document.body.append(video);
    video.requestVideoFrameCallback(() => this.#timesMs.set(id, performance.now()));
    void video.play().catch(() => undefined);
  }

  /** Settles when `expected` participants were seen: milliseconds from `startMs` to the first and to the last of them. */
  async seen(expected, startMs) {
    while (this.#timesMs.size < expected) await new Promise((resolve) => setTimeout(resolve, 5));
    const times = [...this.#timesMs.values()].map((time) => time - startMs);
    return { firstMs: Math.min(...times), allMs: Math.max(...times) };
  }
}
