/** The sections of the settings, in their order. */
export const SETTINGS_SECTIONS = ['devices', 'picture', 'you', 'access', 'captions'] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];
