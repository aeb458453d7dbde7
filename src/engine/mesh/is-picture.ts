import type { TrackSource } from '../engine-port.js';

export function isPicture(source: TrackSource): source is 'camera' | 'screen' {
  return source === 'camera' || source === 'screen';
}
