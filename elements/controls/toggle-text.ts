import type { MediaState } from '../../src/call/call.js';

type ToggleKind = 'microphone' | 'camera' | 'screen';

/** The name of a toggle says what pressing it does, or why nothing can be done now. */
export function toggleText(kind: ToggleKind, media: MediaState): `controls.${ToggleKind}${'On' | 'Off' | 'Pending' | 'Blocked'}` {
  switch (media) {
    case 'on':
      return `controls.${kind}Off`;
    case 'off':
      return `controls.${kind}On`;
    case 'pending':
      return `controls.${kind}Pending`;
    case 'blocked':
      return `controls.${kind}Blocked`;
  }
}
