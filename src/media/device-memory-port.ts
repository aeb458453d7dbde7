import type { DeviceKind } from './media-port.js';

/** The chosen device of each kind, null for the browser's default. */
export type DeviceChoice = Readonly<Record<DeviceKind, string | null>>;

/** Remembers which devices were chosen, for later calls of this site. Never throws. */
export interface DeviceMemory {
  read(): DeviceChoice;
  write(choice: DeviceChoice): void;
}
