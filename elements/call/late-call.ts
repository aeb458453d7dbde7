import { html, type ReactiveControllerHost, type TemplateResult, type nothing } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import type { NexError } from '../../src/base/nex-error.js';
import type { Call } from '../../src/call/call.js';
import type { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Localizer } from '../shared/localize.js';
import type { Panel } from '../shared/panels.js';
import { restoreMediaChoices } from '../shared/restore-media-choices.js';
import { addTexts } from '../shared/text-store.js';
import { enLateCall } from '../shared/texts/en-late-call.js';
import { lateCallStyles } from './late-call.styles.js';
import { LateInvite } from './late-invite.js';
import { durationWords, errorDetails } from './late-more.js';
import { LatePanelFrame } from './late-panel-frame.js';
import { latePanelStyles } from './late-panel.styles.js';
import { LateReport } from './late-report.js';

addTexts(enLateCall);

type Host = ReactiveControllerHost & HTMLElement & { readonly call: Call | null; readonly hide: string };

/** What a `<nex-call>` shows beyond joining and talking: panels at the side, the invitation, what is said after a call. */
export class LateCall {
  readonly #host: Host;
  readonly #text: Localizer;
  readonly #panels: LatePanelFrame;
  readonly #invite: LateInvite;
  readonly #report: LateReport;
  #joinedAt: number | null = null;
  #lastedMs: number | null = null;

  constructor(host: Host, text: Localizer) {
    this.#host = host;
    this.#text = text;
    adoptStyles(host.shadowRoot, lateCallStyles, latePanelStyles);
    this.#panels = new LatePanelFrame({
      host,
      text,
      load: {
        chat: () => import('../nex-chat.js'),
        participants: () => import('../nex-participants.js'),
        settings: () => import('../nex-settings.js'),
      },
    });
    this.#invite = new LateInvite(host, text);
    this.#report = new LateReport(host, text);
  }

  /** The panel that is open; empty: none. */
  get panel(): Panel | '' {
    return this.#panels.open;
  }

  toggle(event: NexPanelToggleEvent): void {
    this.#panels.toggle(event);
  }

  /** The open panel, while the call stands. */
  renderPanel(): TemplateResult | typeof nothing {
    if (this.#joinedAt === null) this.#begin();
    return this.#panels.render();
  }

  #begin(): void {
    this.#joinedAt = systemClock.now();
    this.#lastedMs = null;
    this.#report.reset();
    if (this.#host.call) restoreMediaChoices(this.#host.call);
  }

  renderInvite(isInviting: boolean): TemplateResult {
    return this.#invite.render(isInviting);
  }

  /** After the call, or instead of it: how long it lasted, the report, and what an error was about. */
  renderMore(error: NexError | null): TemplateResult {
    this.#panels.forget();
    if (this.#joinedAt !== null) this.#lastedMs = systemClock.now() - this.#joinedAt;
    this.#joinedAt = null;
    const text = this.#text;
    const duration = this.#lastedMs === null ? null : durationWords(this.#lastedMs, text);
    return html`${duration === null ? '' : html`<p class="lasted">${text.t('lateCall.lasted', { duration })}</p>`}
    ${this.#host.call ? this.#report.render() : ''} ${error ? errorDetails(error, text) : ''}`;
  }
}
