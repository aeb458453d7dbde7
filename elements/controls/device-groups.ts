import type { Call, CallState } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';

export type DeviceKind = Parameters<Call['selectDevice']>[0];

export interface DeviceChoice {
  /** Null is the system's default. */
  readonly id: string | null;
  readonly label: string;
  readonly isChosen: boolean;
}

export interface DeviceGroup {
  readonly kind: DeviceKind;
  readonly label: string;
  readonly choices: readonly DeviceChoice[];
}

/** What of the call decides the choices. */
export type DeviceState = Pick<CallState, 'devices' | 'selectedDevices' | 'can'>;

/** What the menu beside a toggle offers: that toggle's devices, and the speakers with the microphones. */
export function deviceGroups(
  kind: 'microphone' | 'camera',
  state: DeviceState,
  text: Localizer,
): readonly DeviceGroup[] {
  const kinds: readonly DeviceKind[] = kind === 'camera' ? ['camera'] : state.can.selectSpeaker ? ['microphone', 'speaker'] : ['microphone'];
  return kinds.map((each) => {
    const label = text.t(`controls.${each}`);
    const devices = state.devices.filter((device) => device.kind === each && device.id !== '' && device.id !== 'default');
    const selected = state.selectedDevices[each];
    // A chosen device that is unplugged now: the default is in use.
    const chosen = devices.some(({ id }) => id === selected) ? selected : null;
    const choices = devices.map(({ id, label: name }, index) => ({
      id,
      label: name === '' ? text.t('controls.deviceNumber', { kind: label, number: index + 1 }) : name,
      isChosen: id === chosen,
    }));
    return { kind: each, label, choices: [{ id: null, label: text.t('controls.systemDefault'), isChosen: chosen === null }, ...choices] };
  });
}
