import { CORNERS, type Corner } from './corner-box.js';

const KEY = 'nexrtc.self-corner';

/** The corner in which the own picture floats; kept by this browser alone, and for this page where storage is refused. */
export const ownCorner = {
  read(): Corner {
    try {
      const stored = localStorage.getItem(KEY);
      return CORNERS.find((corner) => corner === stored) ?? CORNERS[0];
    } catch {
      return CORNERS[0];
    }
  },
  write(corner: Corner): void {
    try {
      localStorage.setItem(KEY, corner);
    } catch {
      // Full or forbidden.
    }
  },
} as const;
