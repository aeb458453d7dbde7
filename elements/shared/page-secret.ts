const FRAGMENT_KEY = 'k';
const SECRET_BYTES = 16;

/**
 * The room secret kept in the page's address as `#k=…` (browsers send no fragment to any server).
 * When there is none, a random one of 128 bits is made and put there: who is given the link can join.
 */
export function pageSecret(): string {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const known = fragment.get(FRAGMENT_KEY);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const made = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  fragment.set(FRAGMENT_KEY, made);
  history.replaceState(history.state, '', `#${fragment.toString()}`);
  return made;
}
