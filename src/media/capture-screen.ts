import type { ScreenCapture } from './media-port.js';

/** Newer than the compiler's own list of options; browsers ignore those they do not know. */
interface ScreenOptions extends DisplayMediaStreamOptions {
  readonly selfBrowserSurface: 'exclude';
  readonly surfaceSwitching: 'include';
}

/** Asks for a screen, a window or a tab, with its sound where the browser gives it. */
export async function captureScreen(mediaDevices: MediaDevices): Promise<ScreenCapture> {
  const options: ScreenOptions = {
    video: { frameRate: { ideal: 30 } },
    audio: true,
    // A picture of the call in the call is a hall of mirrors.
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
  };
  const stream = await mediaDevices.getDisplayMedia(options);
  const video = stream.getVideoTracks()[0];
  if (video === undefined) {
    for (const track of stream.getTracks()) track.stop();
    throw new DOMException('No picture came with the screen.', 'NotReadableError');
  }
  video.contentHint = 'detail';
  return { video, audio: stream.getAudioTracks()[0] ?? null };
}
