/** The keys of a call as they are until a site remaps them; ` ` is the space bar, held to talk. */
export const SHORTCUTS = {
  microphone: 'm',
  camera: 'v',
  talk: ' ',
  screen: 's',
  hand: 'h',
  chat: 'c',
  participants: 'p',
  layout: 'l',
  quality: 'q',
  fullscreen: 'f',
  tiles: '1-9',
  help: '?',
} as const;

export type Shortcut = keyof typeof SHORTCUTS;

export interface ShortcutKeys {
  /** The key of each, in lower case; null: none. */
  readonly keys: Readonly<Record<Shortcut, string | null>>;
  /** The words that could not be understood; they change nothing. */
  readonly invalid: readonly string[];
}

const NAMES = Object.keys(SHORTCUTS) as readonly Shortcut[];
const NONE = Object.fromEntries(NAMES.map((name) => [name, null])) as ShortcutKeys['keys'];

/**
 * Reads the attribute `shortcuts`: `off` for no keys at all, or pairs of a key and the one to use in its place, separated
 * by spaces (`m=k s=off space=t`). `1-9` can only be turned off. A key given to something else is taken from what has it.
 */
export function shortcutKeys(words: string): ShortcutKeys {
  if (words.trim() === 'off') return { keys: NONE, invalid: [] };
  const chosen = new Map<Shortcut, string | null>();
  const invalid: string[] = [];
  for (const word of words.split(/\s+/)) {
    if (word === '' || word === 'on') continue;
    const [, left = '', right = ''] = /^(.[^=]*)=(.+)$/u.exec(word) ?? [];
    const name = NAMES.find((each) => SHORTCUTS[each] === keyOf(left));
    const key = right === 'off' ? null : keyOf(right);
    const isFree = key === null || ![...chosen.values()].includes(key);
    if (name !== undefined && isFree && (key === null || (name !== 'tiles' && key.length === 1))) chosen.set(name, key);
    else invalid.push(word);
  }
  const taken = new Set(chosen.values());
  const keyFor = (name: Shortcut): string | null => {
    const key = chosen.get(name);
    if (key !== undefined) return key;
    return taken.has(SHORTCUTS[name]) ? null : SHORTCUTS[name];
  };
  return { keys: { ...NONE, ...Object.fromEntries(NAMES.map((name) => [name, keyFor(name)])) }, invalid };
}

function keyOf(word: string): string {
  const key = word.toLowerCase();
  return key === 'space' ? ' ' : key;
}
