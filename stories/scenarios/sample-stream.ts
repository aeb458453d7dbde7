import { fakeVideoStream } from '../../test/support/fake-video-stream.js';

const streams = new Map<string, MediaStream>();

/** A picture for one participant or screen. Kept, because each one redraws itself for as long as its track lives. */
export function sampleStream(hue: number, width = 1280, height = 720): MediaStream {
  const key = `${hue} ${width} ${height}`;
  const stream = streams.get(key) ?? fakeVideoStream(hue, '', width, height);
  streams.set(key, stream);
  return stream;
}
