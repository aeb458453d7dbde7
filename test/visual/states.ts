import { NexPanelToggleEvent } from '../../elements/events/nex-panel-toggle-event.js';
import { NexShortcutsHelpEvent } from '../../elements/events/nex-shortcuts-help-event.js';
import type { Panel } from '../../elements/shared/panels.js';
import { alone } from '../../stories/scenarios/alone.js';
import { chatting } from '../../stories/scenarios/chatting.js';
import { ended } from '../../stories/scenarios/ended.js';
import { error } from '../../stories/scenarios/error.js';
import { four } from '../../stories/scenarios/four.js';
import { handsRaised } from '../../stories/scenarios/hands-raised.js';
import { joining } from '../../stories/scenarios/joining.js';
import { lobbyBlocked } from '../../stories/scenarios/lobby-blocked.js';
import { lobbyUntouched } from '../../stories/scenarios/lobby-untouched.js';
import { lobby } from '../../stories/scenarios/lobby.js';
import { many } from '../../stories/scenarios/many.js';
import { reconnecting } from '../../stories/scenarios/reconnecting.js';
import { roomFull } from '../../stories/scenarios/room-full.js';
import { screenShare } from '../../stories/scenarios/screen-share.js';
import { two } from '../../stories/scenarios/two.js';
import { weak } from '../../stories/scenarios/weak.js';
import type { FakeCall } from '../support/fake-call.js';

export interface VisualState {
  readonly scenario: () => FakeCall;
  /** What happens once the call is shown. */
  readonly then?: (call: FakeCall, element: HTMLElement) => void;
  /** The button of the toolbar to press, by its name: the first of these that finds room. */
  readonly press?: readonly string[];
}

const PERIOD_MS = 2000;
const POINTS = 60;

/** Everything that is pictured, by the name in the file of its picture. */
export const VISUAL_STATES: Readonly<Record<string, VisualState>> = {
  'lobby-untouched': { scenario: lobbyUntouched },
  lobby: { scenario: lobby },
  'lobby-denied': { scenario: () => lobbyBlocked() },
  joining: { scenario: joining },
  alone: { scenario: alone },
  two: { scenario: two },
  four: { scenario: four },
  nine: { scenario: many(9) },
  'screen-share': { scenario: screenShare },
  weak: { scenario: weak },
  reconnecting: { scenario: reconnecting },
  chat: { scenario: chatting, then: open('chat') },
  people: { scenario: handsRaised, then: open('participants') },
  settings: { scenario: four, then: open('settings') },
  quality: {
    scenario: four,
    then: (call, element) => {
      open('quality')(call, element);
      measure(call);
    },
  },
  more: { scenario: four, press: ['More'] },
  reactions: { scenario: four, press: ['Reactions', 'More'] },
  keys: {
    scenario: four,
    then: (_call, element) => {
      element.dispatchEvent(new NexShortcutsHelpEvent());
    },
  },
  ended: { scenario: ended },
  failed: { scenario: error },
  'room-full': { scenario: roomFull },
};

function open(panel: Panel): (call: FakeCall, element: HTMLElement) => void {
  return (_call, element) => {
    element.dispatchEvent(new NexPanelToggleEvent({ panel, isOpen: true }));
  };
}

/** Two minutes of measurements at once, the same ones each time. */
function measure(call: FakeCall): void {
  const { now } = Date;
  const end = now();
  for (let point = POINTS; point > 0; point -= 1) {
    const timestamp = end - point * PERIOD_MS;
    Date.now = () => timestamp;
    for (const [index, { id }] of call.state.participants.entries()) {
      const wave = Math.sin(point / 4 + index) + Math.sin(point / 9);
      const stats = {
        rtt: 56 + 12 * wave,
        jitter: 8 + 2 * wave,
        packetLoss: Math.max(0, wave - 0.6),
        bandwidth: 9e5 + 1e5 * wave,
        timestamp,
      };
      call.emit('stats-updated', { participantId: id, stats });
    }
  }
  Date.now = now;
}
