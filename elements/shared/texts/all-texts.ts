import type { enCaptions } from './en-captions.js';
import type { enChat } from './en-chat.js';
import type { enErrors } from './en-errors.js';
import type { enLateCall } from './en-late-call.js';
import type { enLayouts } from './en-layouts.js';
import type { enLobbyChecks } from './en-lobby-checks.js';
import type { enMoreControls } from './en-more-controls.js';
import type { enNews } from './en-news.js';
import type { enNotes } from './en-notes.js';
import type { enParticipants } from './en-participants.js';
import type { enQualityPlots } from './en-quality-plots.js';
import type { enReport } from './en-report.js';
import type { enSettings } from './en-settings.js';
import type { enTileMenu } from './en-tile-menu.js';
import type { en } from './en.js';

/** Every text by key, whenever it is loaded. Types only: what needs an area of texts imports it and adds it to the store. */
export type AllTexts = typeof en &
  typeof enCaptions &
  typeof enChat &
  typeof enErrors &
  typeof enLateCall &
  typeof enLayouts &
  typeof enLobbyChecks &
  typeof enMoreControls &
  typeof enNews &
  typeof enNotes &
  typeof enParticipants &
  typeof enQualityPlots &
  typeof enReport &
  typeof enSettings &
  typeof enTileMenu;
