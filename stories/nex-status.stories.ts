import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-status.js';
import { inFrame } from './in-frame.js';
import { cameraBlocked } from './scenarios/camera-blocked.js';
import { error } from './scenarios/error.js';
import { joining } from './scenarios/joining.js';
import { reconnecting } from './scenarios/reconnecting.js';
import { roomFull } from './scenarios/room-full.js';
import { two } from './scenarios/two.js';
import { weak } from './scenarios/weak.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

/** The banner and live region: connecting, reconnecting, and errors with a way out. */
const meta: Meta<StoryArgs> = {
  title: 'Status',
  component: 'nex-status',
  args: { scenario: reconnecting, width: 720, height: 160 },
  argTypes: storyArgTypes,
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-status .call=${scenario()}></nex-status>`),
};
export default meta;

type Story = StoryObj<StoryArgs>;

export const Joining: Story = { args: { scenario: joining } };
export const Reconnecting: Story = {};
export const WeakParticipant: Story = { args: { scenario: weak } };
export const ServerUnreachable: Story = { args: { scenario: error } };
export const RoomFull: Story = { args: { scenario: roomFull } };
export const CameraBlocked: Story = { args: { scenario: cameraBlocked } };
export const SoundBlocked: Story = {
  args: {
    scenario: () => {
      const call = two();
      call.patch({ isSoundBlocked: true });
      return call;
    },
  },
};
export const Narrow: Story = { args: { scenario: error, width: 320 } };
