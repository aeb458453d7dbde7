import type { Layout } from '../../src/call/call-options.js';
import type { TileEntry } from './tile-entry.js';

/** Two pinned people (a speaker and an interpreter) and one screen are seen large together. */
const MAX_PINNED = 2;

export interface LargeOptions {
  readonly entries: readonly TileEntry[];
  readonly layout: Layout;
  readonly pinned: readonly string[];
  readonly spotlightId: string | null;
  /** Who speaks now or spoke last. */
  readonly speakerId: string | null;
  /** Room for one tile alone. */
  readonly isTiny: boolean;
  /** The one other of two is large without being asked for. */
  readonly isPairLarge: boolean;
}

export interface LargeChoice {
  readonly large: readonly TileEntry[];
  /** It is the speaker's place, and another one's as soon as they speak. */
  readonly isSpeakers: boolean;
}

/** Who is seen large: a shared screen, and beside it who is pinned here, else who is in the spotlight; else, where a layout or the room asks for one, the speaker. */
export function chooseLarge(options: LargeOptions): LargeChoice {
  const { entries, layout, pinned, spotlightId, speakerId, isTiny, isPairLarge } = options;
  if (layout === 'grid' && !isTiny && !isPairLarge) return { large: [], isSpeakers: false };
  const cameras = entries.filter(({ source }) => source === 'camera');
  const others = cameras.filter(({ isLocal }) => !isLocal);
  // The own screen is never large: it would show itself in itself, and hide the people.
  const screens = entries.filter(({ source, isLocal }) => source === 'screen' && !isLocal);
  const screen = screens.find(({ participantId }) => pinned.includes(participantId)) ?? screens[0];
  const pins = cameras.filter(({ participantId }) => pinned.includes(participantId)).slice(0, MAX_PINNED);
  // Nobody wants to look at themselves alone: the own tile says that it is in the spotlight.
  const spotlit = others.filter(({ participantId }) => participantId === spotlightId);
  const people = pins.length > 0 ? pins : spotlit;
  const wanted = isTiny && pins.length > 0 ? pins : screen === undefined ? people : [screen, ...people];
  if (wanted.length > 0) return { large: isTiny ? wanted.slice(0, 1) : wanted, isSpeakers: false };
  if (!isTiny && !isPairLarge && layout === 'auto') return { large: [], isSpeakers: false };
  const speaker = others.find(({ participantId }) => participantId === speakerId) ?? others[0];
  return { large: speaker === undefined ? [] : [speaker], isSpeakers: true };
}
