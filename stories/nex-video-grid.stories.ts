import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-video-grid.js';
import { inFrame } from './in-frame.js';
import { alone } from './scenarios/alone.js';
import { cameraOff } from './scenarios/camera-off.js';
import { four } from './scenarios/four.js';
import { screenShare } from './scenarios/screen-share.js';
import { seven } from './scenarios/seven.js';
import { two } from './scenarios/two.js';
import { weak } from './scenarios/weak.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

/** All tiles, laid out to fit the box the grid is in. */
const meta: Meta<StoryArgs> = {
  title: 'Video grid',
  component: 'nex-video-grid',
  args: { scenario: four, width: 1200, height: 675 },
  argTypes: storyArgTypes,
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-video-grid .call=${scenario()}></nex-video-grid>`),
};
export default meta;

type Story = StoryObj<StoryArgs>;

export const Alone: Story = { args: { scenario: alone } };
export const Two: Story = { args: { scenario: two } };
export const Four: Story = {};
export const Seven: Story = { args: { scenario: seven } };
export const CamerasOff: Story = { args: { scenario: cameraOff } };
export const ScreenShare: Story = { args: { scenario: screenShare } };
export const WeakConnection: Story = { args: { scenario: weak } };
export const Speaker: Story = {
  args: {
    scenario: () => {
      const call = seven();
      call.patch({ layout: 'speaker', speakerId: call.state.participants[2]?.id ?? null });
      return call;
    },
  },
};
export const Sidebar: Story = {
  args: {
    scenario: () => {
      const call = seven();
      call.patch({ layout: 'sidebar', speakerId: call.state.participants[2]?.id ?? null });
      return call;
    },
  },
};
export const Pinned: Story = {
  args: {
    scenario: () => {
      const call = seven();
      call.patch({ pinned: [call.state.participants[1]?.id ?? ''] });
      return call;
    },
  },
};
export const Tall: Story = { args: { scenario: four, width: 390, height: 760 } };
export const LowStrip: Story = { args: { scenario: seven, width: 1200, height: 150 } };
export const Strip: Story = { args: { scenario: four, width: 1200, height: 240 } };
