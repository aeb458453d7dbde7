import type { ReactiveController } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { Call, CallState } from '../../src/call/call.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import type { Localizer } from '../shared/localize.js';
import { ArrivalBatch } from './arrival-batch.js';
import { arrivalWords, changeWords, urgentWords } from './status-words.js';

/** Turns what happens in the call into words for the two live regions of the host. */
export class StatusAnnouncer implements ReactiveController {
  readonly #host: CallHost;
  readonly #text: Localizer;
  readonly #say: (words: string, isUrgent: boolean) => void;
  #scope: Scope | undefined;
  #stopListening: (() => void) | undefined;

  constructor(host: CallHost, text: Localizer, say: (words: string, isUrgent: boolean) => void) {
    this.#host = host;
    this.#text = text;
    this.#say = say;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopListening = CallFinder.of(this.#host).listen((call) => {
      this.#follow(call);
    });
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#follow(null);
  }

  #follow(call: Call | null): void {
    this.#scope?.close();
    this.#scope = undefined;
    if (!call) return;
    const scope = new Scope(systemClock);
    this.#scope = scope;
    const batch = new ArrivalBatch({
      scope,
      now: () => systemClock.now(),
      announce: (arrivals) => {
        this.#say(arrivalWords(arrivals, this.#text), false);
      },
    });
    let previous: Readonly<CallState> = call.state;
    scope.add(
      call.subscribe(
        (state) => state,
        (next) => {
          this.#tell(previous, next);
          if (next.status === 'ended' || next.status === 'failed') batch.clear();
          previous = next;
        },
      ),
    );
    scope.add(
      call.on('participant-joined', ({ participant }) => {
        batch.joined(participant.id, participant.name);
      }),
    );
    scope.add(
      call.on('participant-left', ({ participant }) => {
        batch.left(participant.id, participant.name);
      }),
    );
  }

  #tell(previous: Readonly<CallState>, next: Readonly<CallState>): void {
    const urgent = urgentWords(previous, next, this.#text);
    if (urgent !== '') this.#say(urgent, true);
    const words = changeWords(previous, next, this.#text);
    if (words !== '') this.#say(words, false);
  }
}
