import type { LitElement, ReactiveController } from 'lit';
import type { Call, CallState } from '../../src/call/call.js';

/** Somebody not in sight is brought there after speaking this long: a cough moves nothing. */
const LONG_ENOUGH_MS = 1500;

export interface SpeakerFeedOptions {
  readonly call: () => Call | null;
  /** Another one leads. */
  readonly onSpeaker: (participantId: string) => void;
  /** That one has spoken for a while without a pause. */
  readonly onLong: (participantId: string) => void;
}

/** Who of the others speaks, without any rendering: of 49 tiles two answer to a change, and the grid to none. */
export class SpeakerFeed implements ReactiveController {
  readonly #options: SpeakerFeedOptions;
  /** When each one was heard last, milliseconds of `performance.now()`. */
  readonly spokeAt = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #call: Call | null = null;
  #stop: (() => void) | undefined;
  #speakerId: string | null = null;

  constructor(host: LitElement, options: SpeakerFeedOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const call = this.#options.call();
    if (call === this.#call) return;
    this.hostDisconnected();
    this.#call = call;
    if (call === null) return;
    // Known to who arranges: nothing new.
    this.#speakerId = call.state.speakerId;
    this.#stop = call.subscribe(spokenBy, () => {
      this.#note(call.state);
    });
    this.#note(call.state);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#call = null;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** The others who speak now. */
  get speaking(): readonly string[] {
    return [...this.#timers.keys()];
  }

  #note({ participants, speakerId }: Readonly<CallState>): void {
    const now = performance.now();
    const speaking = new Set(participants.filter((each) => each.speaking).map(({ id }) => id));
    for (const [id, timer] of this.#timers) {
      if (speaking.has(id)) continue;
      clearTimeout(timer);
      this.#timers.delete(id);
      this.spokeAt.set(id, now);
    }
    for (const id of speaking) if (!this.#timers.has(id)) this.#timers.set(id, setTimeout(this.#options.onLong, LONG_ENOUGH_MS, id));
    if (speakerId === this.#speakerId) return;
    this.#speakerId = speakerId;
    if (speakerId !== null && participants.some(({ id }) => id === speakerId)) this.#options.onSpeaker(speakerId);
  }
}

function spokenBy({ participants, speakerId }: Readonly<CallState>): string {
  return participants.reduce((ids, { id, speaking }) => (speaking ? `${ids}\n${id}` : ids), speakerId ?? '');
}
