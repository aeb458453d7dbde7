import type { Stat } from './stat-pair.js';

/** The call's transceivers always come in the order microphone, camera, screen, sound of the screen. */
const CAMERA_MID = '1';

/** Whether a statistic of a stream is of the camera's; where the browser does not name the transceiver, of any picture but a screen's. */
export function isCamera(stat: Stat): boolean {
  if (stat['kind'] !== 'video') return false;
  return typeof stat['mid'] === 'string' ? stat['mid'] === CAMERA_MID : stat['contentType'] !== 'screenshare';
}
