import { invalidOption } from '../invalid-option.js';

const EXPECTED = 'a JSON list of ICE servers, each with "urls" that start with stun:, turn: or turns:, or a URL that answers one';
const ICE_URL = /^(?:stuns?|turns?):[^\s]+$/iu;
const MAX_SERVERS = 16;
const MAX_URL_LENGTH = 512;
const MAX_CREDENTIAL_LENGTH = 1024;

export interface IceServersInput {
  readonly servers: readonly RTCIceServer[];
  readonly url: string | null;
}

/** Reads the option: a list, a JSON list, or the URL of one. Errors never show the value, which holds credentials. */
export function readIceServers(value: unknown): IceServersInput {
  if (value === undefined) return { servers: Object.freeze([]), url: null };
  if (typeof value !== 'string') return { servers: checkIceServers(value), url: null };
  const text = value.trim();
  if (text.startsWith('[') || text.startsWith('{')) return { servers: checkIceServers(parseJson(text)), url: null };
  return { servers: Object.freeze([]), url: readListUrl(text) };
}

/** A fresh, frozen list out of what was given or fetched: the list itself, or an object with it as `iceServers`. */
export function checkIceServers(value: unknown): readonly RTCIceServer[] {
  const list = isRecord(value) && 'iceServers' in value ? value['iceServers'] : value;
  if (!Array.isArray(list) || list.length > MAX_SERVERS) throw invalidOption('ice-servers', undefined, EXPECTED);
  return Object.freeze((list as readonly unknown[]).map(checkIceServer));
}

function checkIceServer(value: unknown): RTCIceServer {
  if (!isRecord(value)) throw invalidOption('ice-servers', undefined, EXPECTED);
  const { urls, username, credential } = value;
  const list: readonly unknown[] = Array.isArray(urls) ? urls : [urls];
  if (list.length === 0 || list.length > MAX_SERVERS || !list.every(isIceUrl)) throw invalidOption('ice-servers', undefined, EXPECTED);
  return Object.freeze({
    urls: [...(list as readonly string[])],
    ...readCredential('username', username),
    ...readCredential('credential', credential),
  });
}

function readCredential(key: 'username' | 'credential', value: unknown): Partial<Record<'username' | 'credential', string>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string' || value.length > MAX_CREDENTIAL_LENGTH) throw invalidOption('ice-servers', undefined, EXPECTED);
  return { [key]: value };
}

function isIceUrl(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_URL_LENGTH && ICE_URL.test(value);
}

function readListUrl(text: string): string {
  const base = typeof document === 'undefined' ? undefined : document.baseURI;
  // Only text that looks like an address may be relative: anything else is a mistake, not a file of that name.
  const url = /^(?:https?:|\.{0,2}\/)/iu.test(text) && URL.canParse(text, base) ? new URL(text, base) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) throw invalidOption('ice-servers', undefined, EXPECTED);
  return url.href;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which holds credentials.
    throw invalidOption('ice-servers', undefined, EXPECTED);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
