import type { Attributes } from './protocol.js';

/**
 * What a link may say: not `autojoin`, since opening a link must never start a camera; not the servers, since whoever
 * makes up a link would choose whom the visitor's browser talks to.
 */
const VALUES = [
  ...['room', 'name', 'layout', 'theme', 'controls', 'hide', 'lang', 'max-tiles', 'max-participants'],
  ...['video-quality', 'audio-quality', 'bandwidth-limit'],
];
const FLAGS = ['muted', 'camera-off', 'no-video', 'relay-only'];
const MAX_VALUE_LENGTH = 512;

/** The attributes in a fragment such as `#room=team&theme=dark&muted&k=…`; `k` is the secret. */
export function readLink(fragment: string): Attributes {
  const given = new URLSearchParams(fragment.replace(/^#/u, ''));
  const attributes: Record<string, string> = {};
  for (const name of VALUES) {
    const value = given.get(name);
    if (value !== null && value.length <= MAX_VALUE_LENGTH) attributes[name] = value;
  }
  for (const name of FLAGS) if (given.has(name)) attributes[name] = '';
  const secret = given.get('k');
  if (secret) attributes['secret'] = secret;
  return attributes;
}

/** The fragment by which others come to the same room; null when a link cannot lead them there. */
export function inviteFragment(attributes: Attributes): string | null {
  const { room, secret, server, token } = attributes;
  if (room == null || server != null || token != null || attributes['ice-servers'] != null) return null;
  const fragment = new URLSearchParams({ room });
  if (secret != null) fragment.set('k', secret);
  if (attributes['no-video'] != null) fragment.set('no-video', '');
  return `#${fragment.toString()}`;
}
