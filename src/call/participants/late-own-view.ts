import { NexError } from '../../base/nex-error.js';
import type { SnapshotPatch } from '../state/call-snapshot.js';
import { soundKey } from './call-sound.js';
import type { CallState, Participant } from '../call.js';
import { invalidOption } from '../invalid-option.js';
import type { LateOptions } from '../later/late-options.js';

const MAX_PINNED = 2;
const LOUDEST = 2;

/** How the others are shown and heard on this device; forgotten of those who leave. */
export class OwnView {
  readonly #options: Pick<LateOptions, 'snapshot' | 'audioOutput'>;

  constructor(options: Pick<LateOptions, 'snapshot' | 'audioOutput'>) {
    this.#options = options;
  }

  pin(participantId: string, isPinned: boolean): void {
    const { pinned } = this.#state;
    if (isPinned) this.#checkIsHere(participantId, true);
    if (pinned.includes(participantId) === isPinned) return;
    const others = pinned.filter((id) => id !== participantId);
    this.#patch({ pinned: Object.freeze(isPinned ? [...others, participantId].slice(-MAX_PINNED) : others) });
  }

  hideTile(participantId: string, isHidden: boolean): void {
    const { hiddenTiles, self } = this.#state;
    // Where the own picture is shown is one question, asked in one place.
    if (participantId === self.id) {
      this.#patch({ selfView: isHidden ? 'hidden' : 'tile' });
      return;
    }
    if (isHidden) this.#checkIsHere(participantId, false);
    if (hiddenTiles.includes(participantId) === isHidden) return;
    const others = hiddenTiles.filter((id) => id !== participantId);
    this.#patch({ hiddenTiles: Object.freeze(isHidden ? [...others, participantId] : others) });
  }

  setVolume(participantId: string, volume: number): void {
    if (typeof volume !== 'number' || !(volume >= 0 && volume <= LOUDEST))
      throw invalidOption('volume', volume, `a number, 0 to ${String(LOUDEST)}`);
    this.#checkIsHere(participantId, false);
    const volumes = withVolume(this.#state.volumes, participantId, volume);
    this.#play(participantId, volume);
    this.#patch({ volumes });
  }

  /** Without those who are not here any more. */
  follow(participants: readonly Participant[]): SnapshotPatch {
    const { pinned, hiddenTiles, self, volumes } = this.#state;
    const here = new Set([self.id, ...participants.map(({ id }) => id)]);
    const gone = Object.keys(volumes).filter((id) => !here.has(id));
    for (const id of gone) this.#play(id, 1);
    return {
      pinned: only(pinned, here),
      hiddenTiles: only(hiddenTiles, here),
      volumes: gone.reduce((rest, id) => withVolume(rest, id, 1), volumes),
    };
  }

  get #state(): Readonly<CallState> {
    return this.#options.snapshot.state;
  }

  #patch(patch: SnapshotPatch): void {
    this.#options.snapshot.patch(patch);
  }

  #play(participantId: string, volume: number): void {
    for (const source of ['microphone', 'screen-audio'] as const)
      this.#options.audioOutput.setVolume(soundKey(participantId, source), volume);
  }

  #checkIsHere(participantId: string, maySelf: boolean): void {
    const { self, participants } = this.#state;
    if ((maySelf && participantId === self.id) || participants.some(({ id }) => id === participantId)) return;
    throw new NexError('call/invalid-state', 'Nobody of that id is in the call.');
  }
}

function only(ids: readonly string[], here: ReadonlySet<string>): readonly string[] {
  return ids.every((id) => here.has(id)) ? ids : Object.freeze(ids.filter((id) => here.has(id)));
}

/** A volume of 1 is not kept: it is what everybody has. */
function withVolume(volumes: CallState['volumes'], id: string, volume: number): CallState['volumes'] {
  if ((volumes[id] ?? 1) === volume) return volumes;
  const { [id]: _before, ...rest } = volumes;
  return Object.freeze(volume === 1 ? rest : { ...rest, [id]: volume });
}
