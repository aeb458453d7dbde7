import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-lobby.js';
import { inFrame } from './in-frame.js';
import { cameraBlocked } from './scenarios/camera-blocked.js';
import { joining } from './scenarios/joining.js';
import { lobby } from './scenarios/lobby.js';
import { lobbyBlocked } from './scenarios/lobby-blocked.js';
import { lobbyUntouched } from './scenarios/lobby-untouched.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

/** Before joining: name, preview, devices, and one button. */
const meta: Meta<StoryArgs> = {
  title: 'Lobby',
  component: 'nex-lobby',
  args: { scenario: lobby, width: 960, height: 420 },
  argTypes: storyArgTypes,
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-lobby .call=${scenario()}></nex-lobby>`),
};
export default meta;

type Story = StoryObj<StoryArgs>;

export const PreviewOn: Story = {};
export const Untouched: Story = { args: { scenario: lobbyUntouched } };
export const CameraBlocked: Story = {
  args: {
    scenario: () => {
      const call = cameraBlocked();
      call.patch({ status: 'lobby', participants: [] });
      return call;
    },
  },
};
export const Joining: Story = { args: { scenario: joining } };
export const Phone: Story = { args: { width: 390, height: 560 } };
/** Both were refused: how to allow them in this browser, and the way without. */
export const BothBlockedOnPhone: Story = { args: { scenario: () => lobbyBlocked(), width: 390, height: 780 } };
/** Neither is there: joining without them is offered at once. */
export const NoDevices: Story = { args: { scenario: () => lobbyBlocked('media/device-not-found') } };
export const Tiny: Story = { args: { scenario: lobbyUntouched, width: 240, height: 260 } };
