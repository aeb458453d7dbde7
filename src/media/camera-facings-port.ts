/** Which side of the device a camera is on: that of the screen, or the other one. */
export type CameraFacing = 'user' | 'environment';
