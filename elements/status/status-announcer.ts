import type { ReactiveController } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { Call, CallState, DeviceMove } from '../../src/call/call.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import type { Localizer } from '../shared/localize.js';
import { ArrivalBatch } from './arrival-batch.js';
import { powerReason, type PowerReason } from './power-reason.js';
import { arrivalWords, changeWords, urgentWords, type Watched } from './status-words.js';

/** Long enough to read a device's name twice. */
export const MOVED_MS = 8000;

export interface StatusAnnouncerOptions {
  readonly text: Localizer;
  readonly say: (words: string, isUrgent: boolean) => void;
  /** Another device is in use; null when that is no news any more. */
  readonly onMoved: (move: DeviceMove | null) => void;
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
    const { text, say, onMoved } = this.#options;
    onMoved(null);
    if (!call) return;
    const scope = new Scope(systemClock);
    this.#scope = scope;
    const batch = new ArrivalBatch({
      scope,
      now: () => systemClock.now(),
      announce: (arrivals) => {
        say(arrivalWords(arrivals, text), false);
      },
    });
    let told: Watched = call.state;
    const saidReasons = new Set<PowerReason>();
    scope.add(
      call.subscribe(
        (state) => state,
        (next) => {
          told = this.#tell(told, next, saidReasons);
          if (next.status === 'ended' || next.status === 'failed') batch.clear();
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
    let forget = (): void => undefined;
    scope.add(
      call.on('device-changed', ({ moved }) => {
        if (!moved) return;
        say(text.t('status.nowUsing', { device: moved.device?.label || text.t('status.otherDevice') }), false);
        onMoved(moved);
        forget();
        forget = scope.after(MOVED_MS, () => {
          onMoved(null);
        });
      }),
    );
  }

  /** Answers what has been told. */
  #tell(told: Watched, next: Readonly<CallState>, saidReasons: Set<PowerReason>): Watched {
    const { text, say } = this.#options;
    // On a phone the camera is out while nobody looks at the page, and on again after that: no news, either way.
    const isNoNews = document.visibilityState === 'hidden' || next.camera === 'pending';
    const news: Watched = isNoNews ? { ...next, camera: told.camera } : next;
    const urgent = urgentWords(told, news, text);
    if (urgent !== '') say(urgent, true);
    const reason = powerReason(next);
    const isNewReason = reason !== null && !saidReasons.has(reason);
    if (isNewReason) saidReasons.add(reason);
    const words = [changeWords(told, news, text), isNewReason ? text.t(`status.${reason}`) : ''].filter(Boolean).join('. ');
    if (words !== '') say(words.replaceAll('..', '.'), false);
    return news;
  }
}
