import type { MediaSessionActions, MediaSessionControls } from './media-session-port.js';

/** What is used of `navigator.mediaSession`; the parts about calls are in some browsers only. */
export interface MediaSessionLike {
  metadata: object | null;
  setActionHandler?(action: string, handler: (() => void) | null): void;
  setMicrophoneActive?(isActive: boolean): void;
  setCameraActive?(isActive: boolean): void;
}

export interface MediaSessionOptions {
  /** Undefined where the browser has none. */
  readonly session: MediaSessionLike | undefined;
  readonly createMetadata: (title: string) => object | null;
}

export function createMediaSession(options: MediaSessionOptions): MediaSessionControls {
  return new BrowserMediaSession(options);
}

class BrowserMediaSession implements MediaSessionControls {
  readonly #options: MediaSessionOptions;
  #metadata: object | null = null;
  #actions: readonly string[] = [];

  constructor(options: MediaSessionOptions) {
    this.#options = options;
  }

  open(title: string, actions: MediaSessionActions): void {
    const { session, createMetadata } = this.#options;
    this.close();
    // Somebody else's music is theirs.
    if (session === undefined || session.metadata !== null) return;
    session.metadata = createMetadata(title);
    // The browser may keep a copy: what is read back is what is there.
    this.#metadata = session.metadata;
    const handlers: Readonly<Record<string, () => void>> = {
      togglemicrophone: () => {
        actions.toggleMicrophone();
      },
      togglecamera: () => {
        actions.toggleCamera();
      },
      hangup: () => {
        actions.hangUp();
      },
    };
    this.#actions = Object.entries(handlers)
      .filter(([action, handler]) => this.#setHandler(action, handler))
      .map(([action]) => action);
  }

  show(isMicrophoneOn: boolean, isCameraOn: boolean): void {
    if (this.#actions.length === 0) return;
    const { session } = this.#options;
    try {
      session?.setMicrophoneActive?.(isMicrophoneOn);
      session?.setCameraActive?.(isCameraOn);
    } catch {
      // Some browsers refuse it outside picture in picture.
    }
  }

  close(): void {
    const { session } = this.#options;
    for (const action of this.#actions) this.#setHandler(action, null);
    this.#actions = [];
    if (session !== undefined && this.#metadata !== null && session.metadata === this.#metadata) session.metadata = null;
    this.#metadata = null;
  }

  /** False where the browser does not know the action, which it says by throwing. */
  #setHandler(action: string, handler: (() => void) | null): boolean {
    try {
      this.#options.session?.setActionHandler?.(action, handler);
      return this.#options.session?.setActionHandler !== undefined;
    } catch {
      return false;
    }
  }
}
