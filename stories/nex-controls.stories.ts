import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-controls.js';
import { inFrame } from './in-frame.js';
import { cameraBlocked } from './scenarios/camera-blocked.js';
import { cameraOff } from './scenarios/camera-off.js';
import { four } from './scenarios/four.js';
import { two } from './scenarios/two.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

/** The toolbar: microphone, camera, screen, and leave. */
const meta: Meta<StoryArgs> = {
  title: 'Controls',
  component: 'nex-controls',
  args: { scenario: two, width: 900, height: 96 },
  argTypes: storyArgTypes,
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-controls .call=${scenario()}></nex-controls>`),
};
export default meta;

type Story = StoryObj<StoryArgs>;

export const AllOn: Story = {};
export const AllOff: Story = {
  args: {
    scenario: () => {
      const call = cameraOff();
      call.patch({ microphone: 'off' });
      return call;
    },
  },
};
export const Pending: Story = {
  args: {
    scenario: () => {
      const call = two();
      call.patch({ camera: 'pending' });
      return call;
    },
  },
};
export const CameraBlocked: Story = { args: { scenario: cameraBlocked } };
export const Sharing: Story = {
  args: {
    scenario: () => {
      const call = four();
      call.patch({ screen: 'on' });
      return call;
    },
  },
};
export const CannotShareScreen: Story = {
  args: {
    scenario: () => {
      const call = two();
      call.patch({ can: { ...call.state.can, screen: false } });
      return call;
    },
  },
};
export const Narrow: Story = { args: { width: 240 } };
