/** One stream made of several that come and go; the same object all the time. */
export class JoinedStream {
  readonly stream = new MediaStream();

  get isEmpty(): boolean {
    return this.stream.getTracks().length === 0;
  }

  /** Holds just the tracks of `sources`, in that order: players show the first picture they find. */
  set(sources: readonly (MediaStream | null)[]): void {
    const wanted = sources.flatMap((source) => source?.getTracks() ?? []);
    for (const track of this.stream.getTracks()) if (!isInPlace(track, this.stream, wanted)) this.stream.removeTrack(track);
    for (const track of wanted) this.stream.addTrack(track);
  }
}

/** Whether it is wanted, and no wanted track of its kind is missing before it. */
function isInPlace(track: MediaStreamTrack, stream: MediaStream, wanted: readonly MediaStreamTrack[]): boolean {
  const ofKind = wanted.filter(({ kind }) => kind === track.kind);
  const index = ofKind.indexOf(track);
  const present = stream.getTracks();
  return index >= 0 && ofKind.slice(0, index).every((before) => present.includes(before));
}
