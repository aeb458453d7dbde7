import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../elements/nex-call.js';
import type { NexCall } from '../elements/call/nex-call.js';
import { NexPanelToggleEvent } from '../elements/events/nex-panel-toggle-event.js';
import { PANELS, type Panel } from '../elements/shared/panels.js';
import { inFrame } from './in-frame.js';
import { alone } from './scenarios/alone.js';
import { cameraOff } from './scenarios/camera-off.js';
import { chatting } from './scenarios/chatting.js';
import { ended } from './scenarios/ended.js';
import { error } from './scenarios/error.js';
import { four } from './scenarios/four.js';
import { handsRaised } from './scenarios/hands-raised.js';
import { joining } from './scenarios/joining.js';
import { lobby } from './scenarios/lobby.js';
import { offline } from './scenarios/offline.js';
import { reconnecting } from './scenarios/reconnecting.js';
import { roomFull } from './scenarios/room-full.js';
import { screenShare } from './scenarios/screen-share.js';
import { seven } from './scenarios/seven.js';
import { two } from './scenarios/two.js';
import { weak } from './scenarios/weak.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
const POSITIONS = ['bottom', 'top', 'floating', 'none'] as const;

interface CallArgs extends StoryArgs {
  theme: (typeof THEMES)[number];
  controls: (typeof POSITIONS)[number];
  dir: 'ltr' | 'rtl';
  /** Opened when the story is shown. */
  panel: Panel | '';
}

/** As a button of the toolbar asks for it. */
function ask(element: Element | undefined, panel: Panel | ''): void {
  if (element && panel !== '') (element as NexCall).dispatchEvent(new NexPanelToggleEvent({ panel, isOpen: true }));
}

/** The whole call. The stories hand it a call that only pretends, so nothing is asked of camera, microphone or network. */
const meta: Meta<CallArgs> = {
  title: 'Call',
  component: 'nex-call',
  args: { scenario: four, width: 1200, height: 720, theme: 'auto', controls: 'bottom', dir: 'ltr', panel: '' },
  argTypes: {
    ...storyArgTypes,
    theme: { control: 'inline-radio', options: THEMES },
    controls: { control: 'inline-radio', options: POSITIONS },
    dir: { control: 'inline-radio', options: ['ltr', 'rtl'] },
    panel: { control: 'inline-radio', options: ['', ...PANELS] },
  },
  render: ({ scenario, width, height, theme, controls, dir, panel }) =>
    inFrame(
      { width, height },
      html`<nex-call
        room="team-standup"
        theme=${theme}
        controls=${controls}
        dir=${dir}
        .call=${scenario()}
        ${ref((element) => {
          ask(element, panel);
        })}
      ></nex-call>`,
    ),
};
export default meta;

type Story = StoryObj<CallArgs>;

export const Lobby: Story = { args: { scenario: lobby } };
export const Alone: Story = { args: { scenario: alone } };
export const Two: Story = { args: { scenario: two } };
export const Four: Story = {};
export const Seven: Story = { args: { scenario: seven } };
export const CamerasOff: Story = { args: { scenario: cameraOff } };
export const ScreenShare: Story = { args: { scenario: screenShare } };
export const WeakConnection: Story = { args: { scenario: weak } };
export const Reconnecting: Story = { args: { scenario: reconnecting } };
export const Offline: Story = { args: { scenario: offline } };
export const Failed: Story = { args: { scenario: error } };
export const RoomFull: Story = { args: { scenario: roomFull } };
export const Ended: Story = { args: { scenario: ended } };
export const Phone: Story = { args: { width: 390, height: 844 } };
export const Smallest: Story = { args: { scenario: two, width: 240, height: 180 } };
export const Dark: Story = { args: { theme: 'dark' } };
export const Contrast: Story = { args: { theme: 'contrast' } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const Joining: Story = { args: { scenario: joining } };
export const WithChat: Story = { args: { scenario: chatting, panel: 'chat' } };
export const WithPeople: Story = { args: { scenario: handsRaised, panel: 'participants' } };
export const WithSettings: Story = { args: { panel: 'settings' } };
export const ChatOnPhone: Story = { args: { scenario: chatting, panel: 'chat', width: 390, height: 844 } };
export const PeopleOnPhone: Story = { args: { scenario: handsRaised, panel: 'participants', width: 390, height: 844, theme: 'dark' } };
export const ChatRightToLeft: Story = { args: { scenario: chatting, panel: 'chat', dir: 'rtl' } };
export const ChatSmallest: Story = { args: { scenario: chatting, panel: 'chat', width: 240, height: 180 } };
