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
/** What a link may set. Not `autojoin`: opening a link must never start the camera. The secret stays in the fragment. */
const LINK_ATTRIBUTES = ['name', 'theme', 'layout', 'lang', 'controls', 'muted', 'camera-off', 'no-video', 'debug'];

function randomRoom() {
  const [mood, place, number] = crypto.getRandomValues(new Uint32Array(3));
  return `${MOODS[mood % MOODS.length]}-${PLACES[place % PLACES.length]}-${(number % 90) + 10}`;
}

function roomFromAddress() {
  const named = new URLSearchParams(location.search).get('room')?.trim();
  if (named) return named.slice(0, MAX_ROOM_LENGTH);
  const [, fromPath] = /^\/r\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  if (!fromPath) return undefined;
  try {
    return decodeURIComponent(fromPath).slice(0, MAX_ROOM_LENGTH);
  } catch {
    return undefined;
  }
}

function openRoom() {
  const room = roomFromAddress();
  if (room) return room;
  const made = randomRoom();
  history.replaceState(null, '', `/r/${encodeURIComponent(made)}${location.search}${location.hash}`);
  return made;
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
call.setAttribute('server', `${location.origin}/signal`);
call.setAttribute('room', room);
document.getElementById('room').textContent = room;
document.title = `${room} · NexRTC`;
document.getElementById('invite').addEventListener('click', () => void copyInvite());

document.getElementById('library').addEventListener('error', () => {
  document.getElementById('trouble').hidden = false;
});
