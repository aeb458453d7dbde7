import type { CallState } from '../../src/call/call.js';

/** Whether the lobby shows the same for both. */
export function isSameLobby(a: Readonly<CallState>, b: Readonly<CallState>): boolean {
  return (
    a.status === b.status &&
    a.room === b.room &&
    a.self.name === b.self.name &&
    a.self.cameraStream === b.self.cameraStream &&
    a.microphone === b.microphone &&
    a.camera === b.camera &&
    a.mediaErrors === b.mediaErrors &&
    a.devices === b.devices &&
    a.selectedDevices === b.selectedDevices &&
    a.can === b.can &&
    a.options === b.options
  );
}
