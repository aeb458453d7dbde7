import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-status.js';
import { inFrame } from './in-frame.js';
import { cameraBlocked } from './scenarios/camera-blocked.js';
import { interrupted } from './scenarios/interrupted.js';
import { joining } from './scenarios/joining.js';
import { lowPower } from './scenarios/low-power.js';
import { moved } from './scenarios/moved.js';
import { offline } from './scenarios/offline.js';
import { reconnecting } from './scenarios/reconnecting.js';
import { two } from './scenarios/two.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

/**
 * The banner and the live region: connecting, reconnecting, and what does not work, with a way out.
 * Nothing is seen while all is well; a call that failed fills the whole of `nex-call`, and is among its stories.
 */
const meta: Meta<StoryArgs> = {
  title: 'Status',
  component: 'nex-status',
  args: { scenario: reconnecting, width: 720, height: 96 },
  argTypes: storyArgTypes,
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-status .call=${scenario()}></nex-status>`),
};
export default meta;

type Story = StoryObj<StoryArgs>;

export const Joining: Story = { args: { scenario: joining } };
export const Reconnecting: Story = {};
export const Offline: Story = { args: { scenario: offline } };
export const LowPower: Story = { args: { scenario: lowPower } };
export const AnotherMicrophone: Story = { args: { scenario: moved } };
export const MicrophoneTaken: Story = { args: { scenario: interrupted } };
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
export const Narrow: Story = { args: { scenario: cameraBlocked, width: 320, height: 200 } };
