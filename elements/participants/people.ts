import type { CallState, Participant } from '../../src/call/call.js';

/** One in the list. */
export interface Person {
  readonly participant: Participant;
  /** In the queue of raised hands, 1 is first; null while the hand is down. */
  readonly handPlace: number | null;
  readonly isPinned: boolean;
  readonly isSpotlit: boolean;
  readonly isHidden: boolean;
  readonly volume: number;
}

export interface People {
  readonly self: Person;
  /** The others with their hands raised, the earliest first. */
  readonly hands: readonly Person[];
  /** The others, by name. */
  readonly rest: readonly Person[];
}

/** What of the call the list is made of. */
export type PeopleState = Pick<
  CallState,
  'self' | 'participants' | 'pinned' | 'spotlightId' | 'hiddenTiles' | 'volumes' | 'speakerId' | 'microphone' | 'camera' | 'screen' | 'can'
>;
const MEMBERS = [
  'self',
  'participants',
  'pinned',
  'spotlightId',
  'hiddenTiles',
  'volumes',
  'microphone',
  'camera',
  'screen',
  'can',
] as const satisfies readonly (keyof PeopleState)[];

export function isSamePeople(a: PeopleState, b: PeopleState): boolean {
  return MEMBERS.every((member) => a[member] === b[member]);
}

/** In order: the visitor, raised hands as they came, then by name as that language sorts. */
export function listPeople(state: PeopleState, lang: string): People {
  const queue = [state.self, ...state.participants]
    .filter(({ hand }) => hand)
    .sort((a, b) => (a.handRaisedAt ?? Infinity) - (b.handRaisedAt ?? Infinity) || (a.id < b.id ? -1 : 1));
  const place = new Map(queue.map(({ id }, index) => [id, index + 1]));
  const person = (participant: Participant): Person => ({
    participant,
    handPlace: place.get(participant.id) ?? null,
    isPinned: state.pinned.includes(participant.id),
    isSpotlit: state.spotlightId === participant.id,
    isHidden: state.hiddenTiles.includes(participant.id),
    volume: state.volumes[participant.id] ?? 1,
  });
  const { compare } = new Intl.Collator(lang, { sensitivity: 'base', numeric: true });
  const rest = state.participants.filter(({ hand }) => !hand).sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const { microphone, camera, screen } = state;
  return {
    self: person({ ...state.self, microphone, camera, screen }),
    hands: queue.filter(({ isLocal }) => !isLocal).map(person),
    rest: rest.map(person),
  };
}

/** Whether a name has those letters, whatever their case and accents. */
export function isFound(name: string, query: string): boolean {
  const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return plain(name).includes(plain(query));
}
