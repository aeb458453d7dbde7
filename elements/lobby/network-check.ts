import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { panelIcons } from '../shared/panel-icons.js';
import { checkNetwork, type NetworkAnswer, type NetworkOptions } from './check-network.js';

type Verdict = 'good' | 'warning' | 'bad' | 'unknown';

const SERVER = {
  reachable: ['good', 'lobbyChecks.serverReachable'],
  unreachable: ['bad', 'lobbyChecks.serverUnreachable'],
  unknown: ['unknown', 'lobbyChecks.serverUnknown'],
} as const;
const PATH = {
  relay: ['good', 'lobbyChecks.pathRelay'],
  direct: ['good', 'lobbyChecks.pathDirect'],
  'no-relay': ['warning', 'lobbyChecks.pathNoRelay'],
  'relay-missing': ['bad', 'lobbyChecks.pathRelayMissing'],
  local: ['warning', 'lobbyChecks.pathLocal'],
  none: ['bad', 'lobbyChecks.pathNone'],
  unknown: ['unknown', 'lobbyChecks.pathUnknown'],
  failed: ['warning', 'lobbyChecks.pathFailed'],
} as const;
const SIGNS = {
  good: icons.check,
  warning: icons.alert,
  bad: icons.alert,
  unknown: panelIcons.unknown,
} as const;

export interface NetworkCheckOptions {
  readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly text: Localizer;
  readonly check?: typeof checkNetwork;
}

/** A button that looks at the network, and what that found in words. */
export class NetworkCheck {
  readonly #options: NetworkCheckOptions;
  #isBusy = false;
  #answer: NetworkAnswer | null = null;

  constructor(options: NetworkCheckOptions) {
    this.#options = options;
  }

  render(options: NetworkOptions): TemplateResult {
    const { text } = this.#options;
    const label = this.#isBusy ? 'lobbyChecks.networkBusy' : this.#answer === null ? 'lobbyChecks.network' : 'lobbyChecks.networkAgain';
    return html`<div class="network-check">
      <button
        type="button"
        part="button"
        class="button"
        data-action="check-network"
        aria-disabled=${this.#isBusy ? 'true' : 'false'}
        @click=${() => void this.#run(options)}
      >
        ${this.#isBusy ? html`<span class="spinner" aria-hidden="true"></span>` : panelIcons.network}<span>${text.t(label)}</span>
      </button>
      <div role="status">${this.#answer === null || this.#isBusy ? nothing : this.#found(this.#answer)}</div>
    </div>`;
  }

  #found({ isOffline, server, path }: NetworkAnswer): TemplateResult {
    const { text } = this.#options;
    if (isOffline)
      return html`<ul class="findings">
        ${this.#line('bad', text.t('lobbyChecks.offline'))}
      </ul>`;
    if (server === 'unknown' && path === 'unknown')
      return html`<ul class="findings">
        ${this.#line('unknown', text.t('lobbyChecks.serverUnknown'))}
      </ul>`;
    const [serverVerdict, serverWords] = SERVER[server];
    const [pathVerdict, pathWords] = PATH[path];
    return html`<ul class="findings">
      ${this.#line(serverVerdict, text.t(serverWords))} ${this.#line(pathVerdict, text.t(pathWords))}
    </ul>`;
  }

  #line(verdict: Verdict, words: string): TemplateResult {
    const { text } = this.#options;
    return html`<li data-verdict=${verdict}>
      ${SIGNS[verdict]}<span><strong class="visually-hidden">${text.t(`lobbyChecks.${verdict}`)}: </strong>${words}</span>
    </li>`;
  }

  async #run(options: NetworkOptions): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#options.host.requestUpdate();
    try {
      this.#answer = await (this.#options.check ?? checkNetwork)(options);
    } catch {
      // Nothing could be asked at all, as with a server address that is none.
      this.#answer = { isOffline: false, server: 'unreachable', path: 'unknown' };
    }
    this.#isBusy = false;
    this.#options.host.requestUpdate();
  }
}
