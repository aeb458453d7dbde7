import type { ReactiveController } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { Call, CallState, DeviceMove } from '../../src/call/call.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import type { Localizer } from '../shared/localize.js';
import type { LateNews } from './late-news.js';
import type { StatusNotes } from './status-notes.js';
import { changeWords, failureOf, urgentWords, type Watched } from './status-words.js';

/** What others do. */
const NEWS = ['participant-joined', 'participant-left', 'hand-changed', 'reaction-received', 'message-received'] as const;

export interface StatusAnnouncerOptions {
  readonly text: Localizer;
  readonly say: (words: string, isUrgent: boolean) => void;
  /** Nothing else tells why a call failed. */
  readonly isAlone: () => boolean;
  /** They say and show the rest from now on; null: there are none. */
  readonly onNotes: (notes: StatusNotes | null) => void;
}

/** Turns what happens in the call into words for the two live regions of the host. */
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
    const { text, say, onNotes } = this.#options;
    onNotes(null);
    if (!call) return;
    const scope = new Scope(systemClock);
    this.#scope = scope;
    let news: Promise<LateNews | null> | undefined;
    /** Nobody does anything before the call stands: what tells that is loaded with the first news. */
    const withNews = (tell: (news: LateNews) => void): void => {
      news ??= import('./late-news.js').then(
        ({ LateNews: News }) => new News({ call, scope, text, say }),
        () => {
          news = undefined;
          return null;
        },
      );
      void news.then((late) => {
        if (late && !scope.isClosed) tell(late);
      });
    };
    let told: Watched = call.state;
    let loading: Promise<void> | undefined;
    const note = (moved: DeviceMove | null): void => {
      loading ??= import('./status-notes.js')
        .then(({ StatusNotes: Notes }) => {
          if (!scope.isClosed) onNotes(new Notes({ host: this.#host, call, scope, text, say, moved }));
        })
        // Nothing that anybody would miss.
        .catch(() => undefined);
    };
    const notePower = ({ power }: Readonly<CallState>): void => {
      if (power.isBatteryLow || power.isDataSaver || power.isCellular) note(null);
    };
    notePower(call.state);
    scope.add(
      call.subscribe(
        (state) => state,
        (next) => {
          const failure = failureOf(told, next);
          told = this.#tell(told, next);
          if (failure && (failure[0] || this.#options.isAlone()))
            withNews((late) => {
              late.handleFailure(...failure);
            });
          notePower(next);
        },
      ),
    );
    scope.add(
      call.subscribe(
        ({ spotlightId }) => spotlightId,
        (id) => {
          withNews((late) => {
            late.handleSpotlight(id);
          });
        },
      ),
    );
    for (const type of NEWS)
      scope.add(
        call.on(type, (event) => {
          withNews((late) => {
            late.handle(type, event);
          });
        }),
      );
    scope.add(
      call.on('device-changed', ({ moved }) => {
        if (moved) note(moved);
      }),
    );
  }

  /** Answers what has been told. */
  #tell(told: Watched, next: Readonly<CallState>): Watched {
    const { text, say } = this.#options;
    // On a phone the camera is out while nobody looks at the page, and on again after that: no news, either way.
    const isNoNews = document.visibilityState === 'hidden' || next.camera === 'pending';
    const news: Watched = isNoNews ? { ...next, camera: told.camera } : next;
    const urgent = urgentWords(told, news, text);
    if (urgent !== '') say(urgent, true);
    const words = changeWords(told, news, text);
    if (words !== '') say(words, false);
    return news;
  }
}
