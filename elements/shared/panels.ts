/** What the default interface shows at its side, one at a time. */
export const PANELS = ['chat', 'participants', 'settings', 'quality'] as const;
export type Panel = (typeof PANELS)[number];
