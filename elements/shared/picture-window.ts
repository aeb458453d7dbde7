import type { LitElement } from 'lit';
import type { Call } from '../../src/call/call.js';
import type { Localizer } from './localize.js';
import type { MiniWindow } from './late-mini-window.js';
import { ownTags } from './own-tags.js';

/** Of TypeScript's own types this window is not one yet. */
export interface PictureInPictureDocument {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window & typeof globalThis>;
}

/** What it is opened from: a tile, or the toolbar, which stands for nobody's picture. */
type PictureHost = LitElement & { readonly participantId?: string; readonly source?: 'camera' | 'screen' };

const SIZE = { width: 420, height: 300 };

/** A small window over other programs: with the call's controls where the browser has such windows, else its own around the one picture. */
export class PictureWindow {
  readonly #host: PictureHost;
  #mini: MiniWindow | null = null;

  constructor(host: PictureHost) {
    this.#host = host;
  }

  get isPossible(): boolean {
    return this.#documents !== null || document.pictureInPictureEnabled;
  }

  /** Whether the whole call can go there, not only the one picture. */
  get isPossibleForCall(): boolean {
    return this.#documents !== null && customElements.get(ownTags('nex-video-tile')) !== undefined;
  }

  get isOpen(): boolean {
    return this.#mini?.isOpen === true || this.#isVideoAway;
  }

  /** Call it from a click: browsers open no window without one. Refusals change nothing. */
  async toggle(call: Call, text: Localizer): Promise<void> {
    try {
      if (this.#mini?.isOpen === true) this.#mini.close();
      else if (this.#isVideoAway) await document.exitPictureInPicture();
      else if (this.#documents) await this.#openMini(this.#documents, call, text);
      else await this.#host.renderRoot.querySelector('video')?.requestPictureInPicture();
    } catch {
      // The visitor or the page's policy said no.
    }
    this.#host.requestUpdate();
  }

  async #openMini(documents: PictureInPictureDocument, call: Call, text: Localizer): Promise<void> {
    const host = this.#host;
    // First the window, which the press allows for a moment only.
    const home = await documents.requestWindow(SIZE);
    const { MiniWindow: Mini } = await import('./late-mini-window.js');
    this.#mini = new Mini({
      home,
      host,
      call,
      text,
      onClose: () => {
        host.requestUpdate();
      },
    });
  }

  get #documents(): PictureInPictureDocument | null {
    return (globalThis as { documentPictureInPicture?: PictureInPictureDocument }).documentPictureInPicture ?? null;
  }

  get #isVideoAway(): boolean {
    const { shadowRoot } = this.#host;
    return shadowRoot?.pictureInPictureElement != null;
  }
}
