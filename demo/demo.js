const MOODS = [
  'amber',
  'brave',
  'bright',
  'calm',
  'clear',
  'cosy',
  'gentle',
  'golden',
  'happy',
  'kind',
  'lively',
  'mellow',
  'merry',
  'noble',
  'quiet',
  'sunny',
];
const PLACES = [
  'bay',
  'brook',
  'canyon',
  'dune',
  'field',
  'forest',
  'garden',
  'harbour',
  'hill',
  'island',
  'lagoon',
  'lake',
  'meadow',
  'orchard',
  'river',
  'valley',
];
const MAX_ROOM_LENGTH = 128;
/** Two tabs that open the demo meet. */
const DEFAULT_ROOM = 'demo';
/** What a link may set. Not `autojoin`: opening a link must never start the camera. The secret stays in the fragment. */
const LINK_ATTRIBUTES = ['theme', 'layout', 'lang', 'controls', 'muted', 'camera-off', 'no-video', 'debug'];

function randomRoom() {
  const [mood, place, number] = crypto.getRandomValues(new Uint32Array(3));
  return `${MOODS[mood % MOODS.length]}-${PLACES[place % PLACES.length]}-${(number % 90) + 10}`;
}

/** 128 random bits for the fragment, which browsers send to no server. */
function randomKey() {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function roomFromAddress() {
  const [, fromPath] = /^\/r\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  const named = new URLSearchParams(location.search).get('room')?.trim();
  try {
    return (named || decodeURIComponent(fromPath ?? '') || DEFAULT_ROOM).slice(0, MAX_ROOM_LENGTH);
  } catch {
    return DEFAULT_ROOM;
  }
}

/** The address says which room this is, in its path: a query would be kept by servers and passed on to other sites. */
function openRoom() {
  const room = roomFromAddress();
  const query = new URLSearchParams(location.search);
  query.delete('room');
  const rest = query.size > 0 ? `?${query}` : '';
  history.replaceState(null, '', `/r/${encodeURIComponent(room)}${rest}${location.hash}`);
  return room;
}

async function copyInvite() {
  const note = document.getElementById('note');
  try {
    // The address holds the room, and the secret in its fragment: whoever has the link can join.
    await navigator.clipboard.writeText(location.href);
    note.textContent = 'Link copied';
  } catch {
    note.textContent = 'Copy the address of this page to invite somebody';
  }
  setTimeout(() => {
    note.textContent = '';
  }, 4000);
}

const room = openRoom();
const call = document.getElementById('call');
for (const [name, value] of new URLSearchParams(location.search)) {
  if (LINK_ATTRIBUTES.includes(name)) call.setAttribute(name, value);
}
// The page wears what the call wears.
if (['light', 'dark'].includes(call.getAttribute('theme'))) document.documentElement.style.colorScheme = call.getAttribute('theme');
call.setAttribute('server', `${location.origin}/signal`);
// A link with a key opens a private room: nobody finds it without.
if (new URLSearchParams(location.hash.slice(1)).has('k')) call.setAttribute('secret', 'url');
call.setAttribute('room', room);
document.getElementById('private').addEventListener('click', () => {
  location.assign(`/r/${randomRoom()}#k=${randomKey()}`);
});
document.title = `${room} · NexRTC`;
document.getElementById('invite').addEventListener('click', () => void copyInvite());

document.getElementById('library').addEventListener('error', () => {
  document.getElementById('trouble').hidden = false;
});
