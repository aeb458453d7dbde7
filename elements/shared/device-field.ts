import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Device, DeviceKind } from '../../src/call/call.js';
import type { Localizer } from './localize.js';

interface DeviceFieldOptions {
  readonly kind: DeviceKind;
  readonly devices: readonly Device[];
  readonly selected: string | null;
  readonly text: Localizer;
  readonly onSelect: (kind: DeviceKind, id: string | null) => void;
}

/** A native select of one kind of device; devices without a name yet are counted. */
export function deviceField({ kind, devices, selected, text, onSelect }: DeviceFieldOptions): TemplateResult {
  const ofKind = devices.filter((device) => device.kind === kind);
  // One that was chosen and is unplugged: the default is in use.
  const chosen = ofKind.find(({ id }) => id === selected)?.id ?? '';
  const kindName = text.t(`lobby.${kind}`);
  return html`<label class="field">
    <span class="field-name">${kindName}</span>
    <select
      part="select"
      .value=${live(chosen)}
      ?disabled=${ofKind.length === 0}
      @change=${(event: Event) => {
        onSelect(kind, (event.target as HTMLSelectElement).value || null);
      }}
    >
      <option value="">${ofKind.length === 0 ? text.t('lobby.noDevice') : text.t('lobby.systemDefault')}</option>
      ${ofKind.map(
        (device, index) =>
          html`<option value=${device.id} ?selected=${device.id === chosen}>
            ${device.label || text.t('lobby.deviceNumber', { kind: kindName, number: index + 1 })}
          </option>`,
      )}
    </select>
  </label>`;
}
