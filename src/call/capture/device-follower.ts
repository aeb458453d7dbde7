import type { Clock } from '../../base/clock.js';
import type { Emitter } from '../../base/emitter.js';
import type { Scope } from '../../base/scope.js';
import type { AudioOutput } from '../../media/audio-output-port.js';
import type { DeviceChoice, DeviceMemory } from '../../media/device-memory-port.js';
import type { Device, DeviceKind, Media } from '../../media/media-port.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import type { CallEvents } from '../call.js';
import type { Captures } from './captures.js';
import { keepSame } from '../keep-same.js';

export interface DeviceFollowerOptions {
  readonly media: Media;
  readonly audioOutput: AudioOutput;
  readonly memory: DeviceMemory;
  readonly captures: Captures;
  readonly snapshot: CallSnapshot;
  readonly emitter: Emitter<CallEvents>;
  readonly scope: Scope;
  readonly clock: Clock;
}

/** A device that ends again at once is not asked a third time before this has passed. */
const MEND_PAUSE_MS = 2000;

/**
 * Follows the devices as they come and go. The choice is a wish: while the chosen device is missing the default stands
 * in, and when it is back it is used again. Only the microphone moves by itself: nobody is shown by a camera they did
 * not choose.
 */
export class DeviceFollower {
  readonly #options: DeviceFollowerOptions;
  #chosen: DeviceChoice;
  /** The microphone ended by itself, and none has taken its place. */
  #isMicrophoneLost = false;
  #mendedAt = Number.NEGATIVE_INFINITY;

  constructor(options: DeviceFollowerOptions) {
    this.#options = options;
    const { media, audioOutput, memory, captures, scope } = options;
    this.#chosen = memory.read();
    const { microphone, camera, speaker } = this.#chosen;
    // Nothing is captured yet: this is for the first start, and a device that is missing then is no failure.
    if (microphone !== null) void captures.selectDevice('microphone', microphone);
    if (camera !== null) void captures.selectDevice('camera', camera);
    if (speaker !== null) void audioOutput.setSpeaker(speaker).catch(() => undefined);
    this.#show();
    scope.add(
      media.on('devices', ({ devices }) => {
        this.#handleDevices(devices);
      }),
    );
    scope.add(
      media.on('capture-ended', ({ source }) => {
        if (source !== 'microphone' || captures.failure(source) === null) return;
        this.#isMicrophoneLost = true;
        void this.#mendMicrophone();
      }),
    );
    scope.add(
      media.on('default-changed', () => {
        const chosen = this.#chosen.microphone;
        if (chosen === null || chosen === 'default') void this.#moveMicrophone();
      }),
    );
  }

  /** Uses that device and remembers it. When it cannot be used, the present one goes on and the old choice stands. */
  async select(kind: DeviceKind, id: string | null): Promise<void> {
    const { audioOutput, captures, memory } = this.#options;
    if (kind === 'speaker') await audioOutput.setSpeaker(id);
    else await captures.selectDevice(kind, id);
    this.#chosen = Object.freeze({ ...this.#chosen, [kind]: id });
    memory.write(this.#chosen);
    this.#show();
  }

  #handleDevices(devices: readonly Device[]): void {
    const { snapshot, audioOutput, captures } = this.#options;
    const before = snapshot.state.selectedDevices;
    snapshot.patch({ devices });
    this.#show();
    const after = snapshot.state.selectedDevices;
    if (before.speaker !== after.speaker) void audioOutput.setSpeaker(after.speaker).catch(() => undefined);
    if (captures.track('microphone') === null) void this.#mendMicrophone();
    else if (before.microphone === null && after.microphone !== null) void this.#moveMicrophone();
  }

  /** Starts the microphone that failed for want of a device, when there is one now. */
  async #mendMicrophone(): Promise<void> {
    const { media, captures, clock } = this.#options;
    const devices = await media.refreshDevices();
    const code = captures.failure('microphone')?.code;
    if (code === undefined || code === 'media/permission-denied') return;
    if (!this.#isMicrophoneLost && code !== 'media/device-not-found') return;
    if (!devices.some(({ kind }) => kind === 'microphone') || clock.now() - this.#mendedAt < MEND_PAUSE_MS) return;
    this.#mendedAt = clock.now();
    await this.#moveMicrophone();
  }

  /** Captures the microphone anew, and says so when it is another one. */
  async #moveMicrophone(): Promise<void> {
    const { captures, emitter, media } = this.#options;
    const before = captures.track('microphone');
    if (before === null && captures.failure('microphone') === null) return;
    await captures.restart('microphone');
    const track = captures.track('microphone');
    if (track === null || track === before) return;
    this.#isMicrophoneLost = false;
    const { deviceId } = track.getSettings();
    const device = media.devices.find(({ kind, id }) => kind === 'microphone' && id === deviceId) ?? null;
    emitter.emit('device-changed', { devices: media.devices, moved: { kind: 'microphone', device } });
  }

  /** The choice as far as it can be had; a device is not missing before the browser tells any of its kind by its id. */
  #show(): void {
    const { snapshot } = this.#options;
    const { devices, selectedDevices } = snapshot.state;
    const had = (kind: DeviceKind): string | null => {
      const known = devices.filter((device) => device.kind === kind && device.id !== '');
      const chosen = this.#chosen[kind];
      return known.length === 0 || known.some(({ id }) => id === chosen) ? chosen : null;
    };
    snapshot.patch({
      selectedDevices: keepSame(selectedDevices, { microphone: had('microphone'), camera: had('camera'), speaker: had('speaker') }),
    });
  }
}
