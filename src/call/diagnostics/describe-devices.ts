import type { CallState, DeviceKind } from '../call.js';
import type { CaptureReport, DevicesReport } from './diagnostics-report.js';

const LABEL_LENGTH = 128;
const LABELS = 32;

type DevicesState = Pick<CallState, 'devices' | 'selectedDevices' | 'microphone' | 'camera' | 'screen' | 'mediaErrors' | 'isSoundBlocked'>;

/** How many there are and how they do; never their ids. */
export function describeDevices(state: DevicesState, hasLabels: boolean): DevicesReport {
  const ofKind = (kind: DeviceKind): CallState['devices'] => state.devices.filter((device) => device.kind === kind);
  const labels = (kind: DeviceKind): readonly string[] =>
    ofKind(kind)
      .slice(0, LABELS)
      .map(({ label }) => label.slice(0, LABEL_LENGTH));
  const chosen = (kind: DeviceKind): 'default' | 'present' | 'missing' => {
    const wanted = state.selectedDevices[kind];
    if (wanted === null) return 'default';
    return ofKind(kind).some(({ id }) => id === wanted) ? 'present' : 'missing';
  };
  const capture = (source: 'microphone' | 'camera' | 'screen'): CaptureReport => ({
    state: state[source],
    error: state.mediaErrors[source]?.code ?? null,
  });
  return {
    microphones: ofKind('microphone').length,
    cameras: ofKind('camera').length,
    speakers: ofKind('speaker').length,
    chosen: { microphone: chosen('microphone'), camera: chosen('camera'), speaker: chosen('speaker') },
    microphone: capture('microphone'),
    camera: capture('camera'),
    screen: capture('screen'),
    isSoundBlocked: state.isSoundBlocked,
    ...(hasLabels ? { labels: { microphones: labels('microphone'), cameras: labels('camera'), speakers: labels('speaker') } } : {}),
  };
}
