/** Something that was said, or is being said. */
export interface CaptionLine {
  /** The same while the words of a sentence still change. */
  readonly id: string;
  /** Empty: a guest without a name. */
  readonly speaker: string;
  readonly text: string;
  /** Its words will not change any more. */
  readonly isFinal: boolean;
}
