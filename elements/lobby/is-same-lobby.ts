import type { CallState } from '../../src/call/call.js';

/** What the lobby shows of a call, besides the visitor's name and picture. */
const SHOWN = ['status', 'room', 'microphone', 'camera', 'mediaErrors', 'devices', 'selectedDevices', 'can', 'options'] as const;

/** Whether the lobby shows the same for both. */
export function isSameLobby(a: Readonly<CallState>, b: Readonly<CallState>): boolean {
  return SHOWN.every((member) => a[member] === b[member]) && a.self.name === b.self.name && a.self.cameraStream === b.self.cameraStream;
}
