import type { ReactiveController } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { Call, CallState } from '../../src/call/call.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import type { LateAnnouncer, LateAnnouncerOptions } from './late-announcer.js';
import type { StatusNotes } from './status-notes.js';

export type StatusAnnouncerOptions = Pick<LateAnnouncerOptions, 'text' | 'say' | 'isAlone'> & {
  /** They say and show the rest from now on; null: there are none. */
  readonly onNotes: (notes: StatusNotes | null) => void;
};

/** What is kept until then. Nobody raises a hand before. */
const TOLD = ['participant-joined', 'participant-left', 'message-received', 'device-changed'] as const;

/** Follows the call of its host, and loads what tells of it when there is anything to tell. */
export class StatusAnnouncer implements ReactiveController {
  readonly #host: CallHost;
  readonly #options: StatusAnnouncerOptions;
  #scope: Scope | undefined;
  #stopListening: (() => void) | undefined;

  constructor(host: CallHost, options: StatusAnnouncerOptions) {
    this.#host = host;
    this.#options = options;
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
    this.#options.onNotes(null);
    if (!call) return;
    const scope = new Scope(systemClock);
    this.#scope = scope;
    const told = call.state;
    let isLoading = false;
    const missed: ((announcer: LateAnnouncer) => void)[] = [];
    const early = scope.child();
    const load = (): void => {
      if (isLoading) return;
      isLoading = true;
      import('./late-announcer.js').then(
        ({ LateAnnouncer: Announcer }) => {
          if (scope.isClosed) return;
          early.close();
          const announcer = new Announcer({ ...this.#options, host: this.#host, call, scope, told });
          for (const tell of missed) tell(announcer);
        },
        // The network is gone: tried again when something else happens.
        () => {
          isLoading = false;
        },
      );
    };
    // The lobby by itself has nothing to tell, so its page loads nothing more until somebody acts.
    const loadUnlessUntouched = ({ status, microphone, camera }: Readonly<CallState>): void => {
      if (microphone !== 'off' || camera !== 'off' || (status !== 'idle' && status !== 'lobby')) load();
    };
    early.add(call.subscribe((state) => state, loadUnlessUntouched));
    for (const act of ['pointerdown', 'keydown']) early.listen(document, act, load);
    for (const type of TOLD)
      early.add(
        call.on(type, (event) => {
          // The list was read; a device in use is still there.
          if ('devices' in event && !event.moved) return;
          missed.push((announcer) => {
            announcer.handle(type, event);
          });
          load();
        }),
      );
    if (told.status === 'connected') load();
  }
}
