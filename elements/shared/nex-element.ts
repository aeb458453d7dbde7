import { LitElement, type CSSResultGroup, type CSSResultOrNative } from 'lit';
import { property } from 'lit/decorators.js';
import type { Call, CallState } from '../../src/call/call.js';
import { CallConsumer } from '../../src/context/call-consumer.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import { Localizer } from './localize.js';
import { useOwnRem } from './use-own-rem.js';

/** What every element of a call shares: finding its call, selecting from it, and its words. */
export abstract class NexElement extends LitElement implements CallHost {
  /** The call to show; wins over `for` and over where the element stands. */
  @property({ attribute: false }) call: Call | null = null;
  /** The id of the `<nex-call>` whose call to show, for an element outside of it. */
  @property() for = '';

  protected readonly text: Localizer = new Localizer(this);

  constructor() {
    super();
    CallFinder.of(this);
    // Safari before 17.5.
    if (!CSS.supports('color', 'light-dark(red,red)'))
      void import('./late-plain-colors.js').then(({ PlainColors }) => new PlainColors(this));
  }

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return useOwnRem(super.finalizeStyles(styles), globalThis);
  }

  /** The call this element shows now; null while there is none. */
  protected get activeCall(): Call | null {
    return CallFinder.of(this).call;
  }

  /** Selects a value of the call and renders again when it changed; to be used in field initialisers. */
  protected select<Value>(selector: (state: Readonly<CallState>) => Value, isEqual?: (a: Value, b: Value) => boolean): CallConsumer<Value> {
    return new CallConsumer(this, selector, isEqual);
  }
}
