import { LIMITS } from '../base/limits.js';
import { cleanDisplayName } from '../room/display-name.js';
import { AUDIO_QUALITIES, LAYOUTS, VIDEO_QUALITIES, type CallInput, type CallOptions } from './call-options.js';
import { invalidOption } from './invalid-option.js';
import { readIceServers } from './ice/read-ice-servers.js';

const MAX_SERVERS = 16;
const LOWEST_BANDWIDTH_KBPS = 16;
const SERVER_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:']);

/** Checks everything a call is told. Throws `config/invalid`, naming the attribute, the value and what it takes. */
export function readOptions(input: CallInput): CallOptions {
  const isAudioOnly = readFlag('no-video', input.noVideo);
  const ice = readIceServers(input.iceServers);
  const mostByDefault = isAudioOnly ? LIMITS.audioParticipants : LIMITS.videoParticipants;
  return Object.freeze({
    room: readRoom(input.room),
    name: readName(input.name),
    secret: readSecret(input.secret),
    servers: readServers(input.server),
    iceServers: ice.servers,
    iceServersUrl: ice.url,
    isRelayOnly: readFlag('relay-only', input.relayOnly),
    isMuted: readFlag('muted', input.muted),
    isCameraOff: readFlag('camera-off', input.cameraOff),
    isAudioOnly,
    maxParticipants: readMaxParticipants(input.maxParticipants, mostByDefault),
    layout: readChoice('layout', input.layout, LAYOUTS),
    videoQuality: readChoice('video-quality', input.videoQuality, VIDEO_QUALITIES),
    audioQuality: readChoice('audio-quality', input.audioQuality, AUDIO_QUALITIES),
    bandwidthLimitKbps: readBandwidthLimit(input.bandwidthLimit ?? null),
    debug: readDebug(input.debug),
  });
}

/** A display name within its limit, without characters that disturb what surrounds it. */
export function readName(value: unknown): string {
  const expected = `at most ${LIMITS.displayNameLength} characters`;
  if (value === undefined) return '';
  if (typeof value !== 'string') throw invalidOption('name', value, expected);
  const name = cleanDisplayName(value);
  if ([...name].length > LIMITS.displayNameLength) throw invalidOption('name', value, expected);
  return name;
}

/** One of `choices`; the first when none is given. */
export function readChoice<Choice extends string>(option: string, value: unknown, choices: readonly [Choice, ...Choice[]]): Choice {
  if (value === undefined) return choices[0];
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw invalidOption(option, value, choices.join(', '));
  return choice;
}

/** Kilobits a second, or null for no limit. */
export function readBandwidthLimit(value: unknown): number | null {
  if (value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value) && value >= LOWEST_BANDWIDTH_KBPS) return value;
  throw invalidOption('bandwidth-limit', value, `a number of kbit/s, at least ${LOWEST_BANDWIDTH_KBPS}`);
}

function readRoom(value: unknown): string {
  const expected = `1 to ${LIMITS.roomNameLength} characters`;
  if (typeof value !== 'string') throw invalidOption('room', value, expected);
  const room = value.normalize('NFC').trim();
  if (room === '' || [...room].length > LIMITS.roomNameLength) throw invalidOption('room', value, expected);
  return room;
}

function readSecret(value: unknown): string | null {
  if (value === undefined) return null;
  // An empty secret would silently protect nothing, which nobody who writes the attribute wants.
  // And `url` stands for one of the page's address, in attributes only: as a secret everybody would guess it.
  if (typeof value === 'string' && value !== '' && value !== 'url') return value;
  throw invalidOption('secret', undefined, 'a string that is not empty, nor `url`');
}

function readServers(value: unknown): readonly string[] {
  if (value === undefined) return Object.freeze([]);
  if (typeof value !== 'string') throw invalidOption('server', value, 'one or more URLs separated by spaces');
  const texts = value.split(/\s+/).filter(Boolean);
  if (texts.length > MAX_SERVERS) throw invalidOption('server', value, `at most ${MAX_SERVERS} URLs`);
  return Object.freeze(texts.map(readServer));
}

function readServer(text: string): string {
  // A path of the page's own server is a common case; only text that starts as one is taken for it.
  const base = text.startsWith('/') && typeof document !== 'undefined' ? document.baseURI : undefined;
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (url !== null && SERVER_PROTOCOLS.has(url.protocol) && url.hostname !== '') return url.href;
  throw invalidOption('server', text, 'a URL with http, https, ws or wss');
}

function readMaxParticipants(value: unknown, byDefault: number): number {
  if (value === undefined) return byDefault;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= LIMITS.rosterMembers) return value;
  throw invalidOption('max-participants', value, `a whole number, 2 to ${LIMITS.rosterMembers}`);
}

function readFlag(option: string, value: unknown): boolean {
  if (value === undefined) return false;
  // The text "false" would count as true: refuse it rather than guess.
  if (typeof value !== 'boolean') throw invalidOption(option, value, 'true or false');
  return value;
}

function readDebug(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value !== 'string') throw invalidOption('debug', value, 'topics separated by spaces, or nothing');
  return value;
}
