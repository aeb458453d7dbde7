/** How a picture is shown here, in device pixels; nothing is wanted of one that is not shown. */
export interface WantedPicture {
  readonly width: number;
  readonly height: number;
  /** Frames a second; null where it is not known, and not counted. */
  readonly frameRate: number | null;
}
