import type { Device } from '../../src/media/media-port.js';

export function sampleDevices(): readonly Device[] {
  return [
    { kind: 'microphone', id: 'microphone-1', label: 'Built-in microphone' },
    { kind: 'microphone', id: 'microphone-2', label: 'Headset' },
    { kind: 'camera', id: 'camera-1', label: 'Built-in camera' },
    { kind: 'camera', id: 'camera-2', label: 'Document camera' },
    { kind: 'speaker', id: 'speaker-1', label: 'Built-in speakers' },
    { kind: 'speaker', id: 'speaker-2', label: 'Headset' },
  ];
}
