const MAX_ROOM_LENGTH = 128;
const DEFAULT_SIZE = { width: 800, height: 600 };
const SMALLEST = { width: 240, height: 180 };
const ALLOW =
  'camera; microphone; display-capture; fullscreen; picture-in-picture; autoplay; screen-wake-lock; speaker-selection; clipboard-write; web-share';

const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

function sizeWithin(name, most) {
  const limit = Number(most);
  if (!Number.isInteger(limit) || limit < 1) return DEFAULT_SIZE[name];
  return Math.max(SMALLEST[name], Math.min(DEFAULT_SIZE[name], limit));
}

/** The room of a page's address: `/r/<room>`, or the embed page with `#room=<room>`; null when it is neither. */
function roomOf(url, embedUrl) {
  const fragment = new URLSearchParams(url.hash.slice(1));
  // Whoever asks has sent the secret to a server: such a room is no longer one to be shown on, nor without it.
  if (fragment.has('k')) return null;
  const [, inPath] = /^\/r\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  try {
    const room = (
      inPath === undefined && url.pathname === embedUrl.pathname ? (fragment.get('room') ?? '') : decodeURIComponent(inPath ?? '')
    ).trim();
    return room !== '' && [...room].length <= MAX_ROOM_LENGTH ? room : null;
  } catch {
    return null;
  }
}

/**
 * The answer of oEmbed 1.0 (https://oembed.com) for the address of a room on this site: an `<iframe>` with the embed page.
 *
 * @param {string} address what somebody pasted
 * @param {object} options
 * @param {string} options.embedUrl absolute address of the embed page; its origin is the site's
 * @param {string} [options.providerName]
 * @param {string | number} [options.maxWidth] CSS pixels
 * @param {string | number} [options.maxHeight] CSS pixels
 * @returns {Readonly<Record<string, string | number>> | null} null: nothing of this site can be shown for it (answer 404)
 */
export function oembedAnswer(address, { embedUrl, providerName = 'NexRTC', maxWidth, maxHeight }) {
  const page = new URL(embedUrl);
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : null;
  if (url?.origin !== page.origin) return null;
  const room = roomOf(url, page);
  if (room === null) return null;
  const width = sizeWithin('width', maxWidth);
  const height = sizeWithin('height', maxHeight);
  const source = `${page.origin}${page.pathname}#${new URLSearchParams({ room })}`;
  return {
    version: '1.0',
    type: 'rich',
    title: room,
    provider_name: providerName,
    provider_url: page.origin,
    width,
    height,
    html: `<iframe src="${escape(source)}" width="${width}" height="${height}" title="${escape(room)}" allow="${ALLOW}" allowfullscreen referrerpolicy="no-referrer" style="border:0"></iframe>`,
  };
}
