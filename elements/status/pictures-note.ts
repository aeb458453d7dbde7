import type { Scope } from '../../src/base/scope.js';
import type { Call } from '../../src/call/call.js';
import { arePicturesPaused } from '../shared/are-pictures-paused.js';

/** What lasts less long is not worth a word. */
export const PAUSED_DELAY_MS = 1500;
/** Long enough to read a short sentence twice. */
export const BACK_MS = 8000;

export interface PicturesNoteOptions {
  readonly call: Call;
  /** Lasts as long as the call is followed. */
  readonly scope: Scope;
  /** The note is another one: to be shown, and to be said. */
  readonly onChange: (note: 'paused' | 'back' | null) => void;
}

/** That only sound is sent because the network carries no more, and for a while that pictures are sent again. */
export class PicturesNote {
  readonly #options: PicturesNoteOptions;
  #note: 'paused' | 'back' | null = null;
  #isPaused = false;
  #wasTold = false;
  #cancel = (): void => undefined;

  constructor(options: PicturesNoteOptions) {
    this.#options = options;
    const { call, scope } = options;
    scope.add(call.subscribe(arePicturesPaused, this.#follow));
    scope.add(call.subscribe(({ status, camera, screen }) => `${status} ${camera} ${screen}`, this.#check));
    this.#follow(arePicturesPaused(call.state));
  }

  /** What is to be shown now. */
  get note(): 'paused' | 'back' | null {
    return this.#note;
  }

  dismiss(): void {
    this.#cancel();
    this.#show(null);
  }

  readonly #follow = (isPaused: boolean): void => {
    if (isPaused === this.#isPaused) return;
    this.#isPaused = isPaused;
    this.#cancel();
    const { scope } = this.#options;
    if (isPaused) {
      this.#show(null);
      this.#cancel = scope.after(PAUSED_DELAY_MS, () => {
        this.#wasTold = this.#isSending;
        if (this.#wasTold) this.#show('paused');
      });
    } else if (this.#wasTold) {
      this.#wasTold = false;
      this.#show(this.#isSending ? 'back' : null);
      this.#cancel = scope.after(BACK_MS, () => {
        this.#show(null);
      });
    }
  };

  /** Who has left, or turned everything off, knows that nothing is sent. */
  readonly #check = (): void => {
    if (this.#note !== null && !this.#isSending) this.#show(null);
  };

  get #isSending(): boolean {
    const { status, camera, screen } = this.#options.call.state;
    return status === 'connected' && (camera === 'on' || screen === 'on');
  }

  #show(note: 'paused' | 'back' | null): void {
    if (note === this.#note) return;
    this.#note = note;
    this.#options.onChange(note);
  }
}
