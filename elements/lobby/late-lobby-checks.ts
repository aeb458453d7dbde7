import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CallState, DeviceKind } from '../../src/call/call.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { deviceField } from '../shared/device-field.js';
import type { Localizer } from '../shared/localize.js';
import { permissionHelp } from '../shared/permission-help.js';
import { latePermissionHelpStyles } from '../shared/late-permission-help.styles.js';
import { permissionPlace } from '../shared/permission-place.js';
import { lateSelectStyles } from '../shared/late-select.styles.js';
import { SpeakerTest } from '../shared/speaker-test.js';
import { lateChecksStyles } from './late-checks.styles.js';
import { NetworkCheck } from './network-check.js';

export interface LobbyChecks {
  /** The device fields, and under them what tries them. */
  readonly devices: (state: Readonly<CallState>) => TemplateResult;
  /** How to allow what was refused; nothing while nothing was. */
  readonly help: (state: Readonly<CallState>) => TemplateResult | typeof nothing;
}

const REFUSALS: readonly (string | undefined)[] = ['media/permission-denied', 'environment/insecure-context'];

/** Device fields, speaker test, network check and help with permissions, which the lobby renders once somebody may need them. */
export function createLobbyChecks(host: LitElement & CallHost, text: Localizer): LobbyChecks {
  adoptStyles(host.shadowRoot, latePermissionHelpStyles, lateSelectStyles, lateChecksStyles);
  const speaker = new SpeakerTest({ host, text });
  const network = new NetworkCheck({ host, text });
  // A failure is part of the call's state and shown from there.
  const onSelect = (kind: DeviceKind, id: string | null): void => {
    CallFinder.of(host)
      .call?.selectDevice(kind, id)
      .catch(() => undefined);
  };
  return {
    devices({ devices, selectedDevices, options, can }) {
      const field = (kind: DeviceKind): TemplateResult => deviceField({ kind, devices, selected: selectedDevices[kind], text, onSelect });
      return html`<div class="devices">
        ${field('microphone')} ${options.isAudioOnly ? nothing : field('camera')} ${can.selectSpeaker ? field('speaker') : nothing}
        <div class="checks">${speaker.render(selectedDevices.speaker)} ${network.render(options)}</div>
      </div>`;
    },
    help({ mediaErrors: { microphone, camera } }) {
      const needsMicrophone = REFUSALS.includes(microphone?.code);
      const needsCamera = REFUSALS.includes(camera?.code);
      if (!needsMicrophone && !needsCamera) return nothing;
      const media = needsMicrophone && needsCamera ? 'both' : needsCamera ? 'camera' : 'microphone';
      return permissionHelp({ place: permissionPlace(), media, text });
    },
  };
}
