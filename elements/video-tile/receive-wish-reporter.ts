import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../../src/call/call.js';
import { isMemorySmall } from '../shared/is-memory-small.js';

/** A picture that is hidden for less long is not given up: scrolling past and moving a tile cost nothing. */
const HIDE_DELAY_MS = 100;
/** More device pixels than this per CSS pixel cannot be told apart on a moving picture. */
const MAX_PIXEL_RATIO = 2;
/** Sizes are rounded up to this, so that a box that grows smoothly does not send a wish a frame. */
const SIZE_STEP = 16;

type Wish = Parameters<Call['setReceiveWish']>[2];

export interface WishTarget {
  readonly call: Call;
  readonly participantId: string;
  readonly source: 'camera' | 'screen';
}

/** Tells the call how large, in device pixels, and whether at all the picture of a tile is seen. */
export class ReceiveWishReporter implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #target: () => WishTarget | null;
  readonly #isShownElsewhere: () => boolean;
  #intersection: IntersectionObserver | undefined;
  #size: ResizeObserver | undefined;
  #isIntersecting = false;
  #width = 0;
  #height = 0;
  #hideTimer: ReturnType<typeof setTimeout> | undefined;
  #sentTo: WishTarget | null = null;
  #sent = '';

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    options: { readonly target: () => WishTarget | null; readonly isShownElsewhere: () => boolean },
  ) {
    this.#host = host;
    this.#target = options.target;
    this.#isShownElsewhere = options.isShownElsewhere;
    host.addController(this);
  }

  hostConnected(): void {
    this.#intersection = new IntersectionObserver((entries) => {
      this.#isIntersecting = entries.at(-1)?.isIntersecting ?? false;
      this.report();
    });
    this.#intersection.observe(this.#host);
    this.#size = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect;
      this.#width = box?.width ?? 0;
      this.#height = box?.height ?? 0;
      this.report();
    });
    this.#size.observe(this.#host);
    document.addEventListener('visibilitychange', this.report);
  }

  hostDisconnected(): void {
    this.#intersection?.disconnect();
    this.#size?.disconnect();
    document.removeEventListener('visibilitychange', this.report);
    this.#isIntersecting = false;
    this.report();
  }

  hostUpdated(): void {
    this.report();
  }

  readonly report = (): void => {
    const isVisible = (this.#isIntersecting && !document.hidden && this.#width > 0) || (this.#host.isConnected && this.#isShownElsewhere());
    const target = this.#host.isConnected ? this.#target() : this.#sentTo;
    if (this.#sentTo !== null && target !== null && !isSame(this.#sentTo, target)) this.#hide();
    if (target === null) {
      this.#hide();
    } else if (isVisible) {
      clearTimeout(this.#hideTimer);
      this.#hideTimer = undefined;
      this.#send(target, true);
    } else if (this.#sent !== '') {
      this.#hideTimer ??= setTimeout(() => {
        this.#hide();
      }, HIDE_DELAY_MS);
    }
  };

  #hide(): void {
    clearTimeout(this.#hideTimer);
    this.#hideTimer = undefined;
    if (this.#sentTo !== null) this.#send(this.#sentTo, false);
    this.#sentTo = null;
    this.#sent = '';
  }

  #send(target: WishTarget, isVisible: boolean): void {
    const scale = Math.min(globalThis.devicePixelRatio, isMemorySmall() ? 1 : MAX_PIXEL_RATIO);
    // In a window of its own nothing tells the size.
    const width = isVisible ? roundUp((this.#width || this.#host.clientWidth) * scale) : 0;
    const height = isVisible ? roundUp((this.#height || this.#host.clientHeight) * scale) : 0;
    const wish = `${isVisible} ${width}×${height}`;
    if (wish === this.#sent) return;
    this.#sentTo = target;
    this.#sent = wish;
    tell(this, target, { isVisible, width, height });
  }
}

/** What each tile of one picture wants: a small window and the page may both show it. */
const wishes = new WeakMap<Call, Map<string, Map<object, Wish>>>();

/** The call is told what the one that wants most wants. */
function tell(owner: object, { call, participantId, source }: WishTarget, wish: Wish): void {
  const pictures = wishes.get(call) ?? new Map<string, Map<object, Wish>>();
  wishes.set(call, pictures);
  const key = participantId + source;
  const wanted = pictures.get(key) ?? new Map<object, Wish>();
  pictures.set(key, wanted);
  if (wish.isVisible) wanted.set(owner, wish);
  else wanted.delete(owner);
  if (wanted.size === 0) pictures.delete(key);
  const all = [...wanted.values()];
  const most = (side: 'width' | 'height'): number => Math.max(0, ...all.map((each) => each[side]));
  call.setReceiveWish(participantId, source, { isVisible: all.length > 0, width: most('width'), height: most('height') });
}

function roundUp(pixels: number): number {
  return Math.ceil(pixels / SIZE_STEP) * SIZE_STEP;
}

function isSame(a: WishTarget, b: WishTarget): boolean {
  return a.call === b.call && a.participantId === b.participantId && a.source === b.source;
}
