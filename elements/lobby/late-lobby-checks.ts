import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CallState } from '../../src/call/call.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Localizer } from '../shared/localize.js';
import { permissionHelp } from '../shared/permission-help.js';
import { latePermissionHelpStyles } from '../shared/late-permission-help.styles.js';
import { permissionPlace } from '../shared/permission-place.js';
import { lateSelectStyles } from '../shared/late-select.styles.js';
import { SpeakerTest } from '../shared/speaker-test.js';
import { spinnerStyles } from '../shared/spinner.styles.js';
import { lateChecksStyles } from './late-checks.styles.js';
import { NetworkCheck } from './network-check.js';

export interface LobbyChecks {
  /** Under the device fields. */
  readonly tests: (state: Readonly<CallState>) => TemplateResult;
  /** How to allow what was refused; nothing while nothing was. */
  readonly help: (state: Readonly<CallState>) => TemplateResult | typeof nothing;
}

const REFUSALS: readonly (string | undefined)[] = ['media/permission-denied', 'environment/insecure-context'];

/** Speaker test, network check and help with permissions, which the lobby renders once somebody may need them. */
export function createLobbyChecks(host: LitElement, text: Localizer): LobbyChecks {
  adoptStyles(host.shadowRoot, latePermissionHelpStyles, spinnerStyles, lateSelectStyles, lateChecksStyles);
  const speaker = new SpeakerTest({ host, text });
  const network = new NetworkCheck({ host, text });
  return {
    tests: ({ selectedDevices, options }) =>
      html`<div class="checks">${speaker.render(selectedDevices.speaker)} ${network.render(options)}</div>`,
    help({ mediaErrors: { microphone, camera } }) {
      const needsMicrophone = REFUSALS.includes(microphone?.code);
      const needsCamera = REFUSALS.includes(camera?.code);
      if (!needsMicrophone && !needsCamera) return nothing;
      const media = needsMicrophone && needsCamera ? 'both' : needsCamera ? 'camera' : 'microphone';
      return permissionHelp({ place: permissionPlace(), media, text });
    },
  };
}
