import type { CallState } from '../../src/call/call.js';

/** What the settings show of a call. */
const SHOWN = [
  'status',
  'microphone',
  'camera',
  'mediaErrors',
  'devices',
  'selectedDevices',
  'cameraFeatures',
  'selfView',
  'can',
  'options',
] as const;

export function isSameSettings(a: Readonly<CallState>, b: Readonly<CallState>): boolean {
  return (
    SHOWN.every((member) => a[member] === b[member]) &&
    a.self.name === b.self.name &&
    a.self.cameraStream === b.self.cameraStream &&
    a.adaptation.isAdaptive === b.adaptation.isAdaptive &&
    a.adaptation.isSigning === b.adaptation.isSigning
  );
}
