import { NexError, type ErrorCode } from '../base/nex-error.js';

const CODES: Readonly<Record<string, ErrorCode>> = {
  NotAllowedError: 'media/permission-denied',
  SecurityError: 'media/permission-denied',
  // No click right before: the browser refuses to show its picker.
  InvalidStateError: 'media/permission-denied',
  NotFoundError: 'media/device-not-found',
  NotReadableError: 'media/device-in-use',
  AbortError: 'media/device-in-use',
  OverconstrainedError: 'media/constraints-unmet',
  TypeError: 'media/constraints-unmet',
  NotSupportedError: 'media/constraints-unmet',
};

/** What a browser's capture or output failure means. Names: W3C mediacapture-main and screen-capture. */
export function readCaptureError(error: unknown, source: 'microphone' | 'camera' | 'screen' | 'speaker'): NexError {
  if (error instanceof NexError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const code = CODES[name] ?? 'media/device-in-use';
  return new NexError(code, `The ${source} could not be used (${name === '' ? 'unknown' : name}).`, { retryable: true, cause: error });
}
