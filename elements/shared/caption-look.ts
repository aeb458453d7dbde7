import { StoredChoice } from './stored-choice.js';

export const CAPTION_PLACES = ['bottom', 'top'] as const;
export const CAPTION_COLORS = ['white', 'yellow', 'green', 'blue', 'black'] as const;
export const CAPTION_BACKGROUNDS = ['solid', 'tinted', 'outline'] as const;
/** Percent. */
export const CAPTION_SIZE = { min: 100, max: 300, step: 25 } as const;

export interface CaptionLook {
  /** Percent, 100 to 300. */
  readonly size: number;
  readonly place: (typeof CAPTION_PLACES)[number];
  readonly color: (typeof CAPTION_COLORS)[number];
  readonly background: (typeof CAPTION_BACKGROUNDS)[number];
}

export const USUAL_CAPTION_LOOK: CaptionLook = { size: 100, place: 'bottom', color: 'white', background: 'tinted' };

/** How this visitor wants captions to look. */
export const captionLook = new StoredChoice<CaptionLook>('nexrtc.captions', ({ size, place, color, background }) => ({
  size:
    typeof size === 'number' && Number.isFinite(size)
      ? Math.min(CAPTION_SIZE.max, Math.max(CAPTION_SIZE.min, size))
      : USUAL_CAPTION_LOOK.size,
  place: CAPTION_PLACES.find((each) => each === place) ?? USUAL_CAPTION_LOOK.place,
  color: CAPTION_COLORS.find((each) => each === color) ?? USUAL_CAPTION_LOOK.color,
  background: CAPTION_BACKGROUNDS.find((each) => each === background) ?? USUAL_CAPTION_LOOK.background,
}));
