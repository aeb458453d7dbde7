import { QUALITY_LEVELS, type QualityLevel } from './network-stats.js';

export const POINTS_A_LEVEL = 20;

/** Which scores a level has: 80 and more is excellent, then 60, 40 and 20. */
export const scoreLevel = {
  of(score: number): QualityLevel {
    return QUALITY_LEVELS.find((level) => score >= scoreLevel.lowest(level)) ?? 'critical';
  },

  lowest(level: QualityLevel): number {
    return 100 - (QUALITY_LEVELS.indexOf(level) + 1) * POINTS_A_LEVEL;
  },

  /** The highest whole score. */
  highest(level: QualityLevel): number {
    return level === 'excellent' ? 100 : 100 - QUALITY_LEVELS.indexOf(level) * POINTS_A_LEVEL - 1;
  },
} as const;
