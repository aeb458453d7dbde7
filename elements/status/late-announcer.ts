import type { ReactiveControllerHost } from 'lit';
import type { Scope } from '../../src/base/scope.js';
import type { Call, CallEvents, CallState, DeviceMove } from '../../src/call/call.js';
import { announcedCalls } from '../shared/announced-calls.js';
import { arePicturesPaused } from '../shared/are-pictures-paused.js';
import type { Localizer } from '../shared/localize.js';
import { addTexts } from '../shared/text-store.js';
import { enErrors } from '../shared/texts/en-errors.js';
import { enNews } from '../shared/texts/en-news.js';
import { NewsTeller } from './news-teller.js';
import type { StatusNotes } from './status-notes.js';
import { changeWords, failureOf, urgentWords, type Watched } from './status-words.js';

addTexts({ ...enNews, ...enErrors });

/** What others do. */
const NEWS = ['participant-joined', 'participant-left', 'hand-changed', 'reaction-received', 'message-received'] as const;

export interface LateAnnouncerOptions {
  readonly host: ReactiveControllerHost;
  readonly call: Call;
  /** Lasts as long as the call is followed. */
  readonly scope: Scope;
  readonly text: Localizer;
  readonly say: (words: string, isUrgent: boolean) => void;
  /** Nothing else tells why a call failed. */
  readonly isAlone: () => boolean;
  /** They say and show the rest from now on. */
  readonly onNotes: (notes: StatusNotes) => void;
  /** The state that nothing needs to be told of. */
  readonly told: Watched;
}

/** Turns what happens in the call into words for the two live regions of the host. Loaded when anything happens. */
export class LateAnnouncer {
  readonly #options: LateAnnouncerOptions;
  readonly #news: NewsTeller;
  #told: Watched;
  #notes: Promise<void> | undefined;

  constructor(options: LateAnnouncerOptions) {
    this.#options = options;
    this.#told = options.told;
    this.#news = new NewsTeller(options);
    const { call, scope } = options;
    announcedCalls.add(call);
    scope.add(() => announcedCalls.delete(call));
    scope.add(call.subscribe((state) => state, this.#handleState));
    scope.add(
      call.subscribe(
        ({ spotlightId }) => spotlightId,
        (id) => {
          this.#news.handleSpotlight(id);
        },
      ),
    );
    for (const type of NEWS)
      scope.add(
        call.on(type, (event) => {
          this.#news.handle(type, event);
        }),
      );
    scope.add(call.on('device-changed', this.#handleDevices));
    this.#handleState(call.state);
  }

  /** What happened before this was loaded. */
  handle<Type extends keyof CallEvents>(type: Type, event: CallEvents[Type]): void {
    if (type === 'device-changed') this.#handleDevices(event as CallEvents['device-changed']);
    else this.#news.handle(type, event);
  }

  readonly #handleDevices = ({ moved }: CallEvents['device-changed']): void => {
    if (moved) this.#note(moved);
  };

  readonly #handleState = (next: Readonly<CallState>): void => {
    const { text, say, isAlone } = this.#options;
    // On a phone the camera is out while nobody looks at the page, and on again after that: no news, either way.
    const isNoNews = document.visibilityState === 'hidden' || next.camera === 'pending';
    const news: Watched = isNoNews ? { ...next, camera: this.#told.camera } : next;
    const failure = failureOf(this.#told, next);
    const urgent = urgentWords(this.#told, news, text);
    const words = changeWords(this.#told, news, text);
    this.#told = news;
    if (urgent !== '') say(urgent, true);
    if (words !== '') say(words, false);
    if (failure && (failure[0] || isAlone())) this.#news.handleFailure(...failure);
    const { isBatteryLow, isDataSaver, isCellular } = next.power;
    if (isBatteryLow || isDataSaver || isCellular || arePicturesPaused(next)) this.#note(null);
  };

  #note(moved: DeviceMove | null): void {
    this.#notes ??= import('./status-notes.js')
      .then(({ StatusNotes: Notes }) => {
        const { scope, onNotes } = this.#options;
        if (!scope.isClosed) onNotes(new Notes({ ...this.#options, moved }));
      })
      // Nothing that anybody would miss.
      .catch(() => undefined);
  }
}
