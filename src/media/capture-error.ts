import type { NexError } from '../base/nex-error.js';

/** What a browser's capture or output failure means; what knows it is loaded with the first failure. */
export async function captureError(error: unknown, source: 'microphone' | 'camera' | 'screen' | 'speaker'): Promise<NexError> {
  return (await import('./late-read-capture-error.js')).readCaptureError(error, source);
}
