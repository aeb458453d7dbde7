interface Look {
  readonly track: MediaStreamTrack;
  readonly frames: number;
  readonly atMs: number;
}

/**
 * How many frames a second the camera brings: fewer in a dark room than it was asked for. Counted where the camera is,
 * before anything is left out for the network's sake, which statistics of a connection cannot tell.
 */
export class CameraPace {
  #last: Look | null = null;
  #rate: number | null = null;

  /** Counts since the last look, so looks are to be some seconds apart; the first one only begins. */
  look(track: MediaStreamTrack | null, atMs: number): void {
    const last = this.#last;
    const frames = track === null || !track.enabled || track.muted ? null : deliveredFrames(track);
    this.#last = track === null || frames === null ? null : { track, frames, atMs };
    this.#rate = null;
    if (last === null || frames === null || last.track !== track || atMs <= last.atMs) return;
    this.#rate = Math.round(((frames - last.frames) * 1000) / (atMs - last.atMs)) || null;
  }

  /** Null when it is not known (yet) of that track. */
  rateOf(track: MediaStreamTrack | null): number | null {
    return track !== null && this.#last?.track === track ? this.#rate : null;
  }
}

/** `MediaStreamTrack.stats` (W3C Media Capture Extensions): Chromium only, and of tracks that come from a device. */
function deliveredFrames(track: MediaStreamTrack): number | null {
  const { stats } = track as { readonly stats?: { readonly deliveredFrames?: unknown } };
  const frames = stats?.deliveredFrames;
  return typeof frames === 'number' ? frames : null;
}
