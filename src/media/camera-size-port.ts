/** Pixels; wishes, of which the camera gives what it has. */
export interface CameraSize {
  readonly width: number;
  readonly height: number;
}

/** Has a running camera give another size; false when it stays as it is. Never rejects. */
export type ResizeCamera = (track: MediaStreamTrack, size: CameraSize) => Promise<boolean>;
