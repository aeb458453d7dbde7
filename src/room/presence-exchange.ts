import type { Scope } from '../base/scope.js';
import type { Engine } from '../engine/engine-port.js';
import { encodePresence, parsePresence, type OwnPresence, type Presence } from './presence.js';

export interface PresenceExchangeOptions {
  readonly engine: Engine;
  readonly scope: Scope;
  readonly own: OwnPresence;
  readonly onPresence: (participantId: string, presence: Presence) => void;
}

/** Keeps the others told of this participant, and tells what they say of themselves. */
export class PresenceExchange {
  readonly #engine: Engine;
  #own: OwnPresence;
  /** Those who can be told; a message to anybody else would be lost. */
  readonly #ready = new Set<string>();

  constructor({ engine, scope, own, onPresence }: PresenceExchangeOptions) {
    this.#engine = engine;
    this.#own = own;
    scope.add(
      engine.on('participant-ready', ({ participantId }) => {
        this.#ready.add(participantId);
        this.#send(participantId);
      }),
    );
    scope.add(
      engine.on('participant-left', ({ participantId }) => {
        this.#ready.delete(participantId);
      }),
    );
    scope.add(
      engine.on('data', ({ participantId, data }) => {
        const presence = parsePresence(data);
        if (presence !== null) onPresence(participantId, presence);
      }),
    );
  }

  /** Says what is true now; silent when it was said already. */
  update(own: OwnPresence): void {
    if (isSame(own, this.#own)) return;
    this.#own = own;
    for (const participantId of this.#ready) this.#send(participantId);
  }

  #send(participantId: string): void {
    this.#engine.sendData(encodePresence(this.#own), { to: participantId });
  }
}

function isSame(a: OwnPresence, b: OwnPresence): boolean {
  return JSON.stringify(encodePresence(a)) === JSON.stringify(encodePresence(b));
}
