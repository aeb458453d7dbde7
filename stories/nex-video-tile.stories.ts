import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-video-tile.js';
import { inFrame } from './in-frame.js';
import { cameraOff } from './scenarios/camera-off.js';
import { four } from './scenarios/four.js';
import { screenShare } from './scenarios/screen-share.js';
import { seven } from './scenarios/seven.js';
import { two } from './scenarios/two.js';
import { weak } from './scenarios/weak.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

interface TileArgs extends StoryArgs {
  participantId: string;
  source: 'camera' | 'screen';
}

/** One participant, or the screen that one shares. */
const meta: Meta<TileArgs> = {
  title: 'Video tile',
  component: 'nex-video-tile',
  args: { scenario: two, width: 480, height: 270, participantId: 'guest-1', source: 'camera' },
  argTypes: { ...storyArgTypes, source: { control: 'inline-radio', options: ['camera', 'screen'] } },
  render: ({ scenario, width, height, participantId, source }) =>
    inFrame(
      { width, height },
      html`<nex-video-tile participant-id=${participantId} source=${source} .call=${scenario()}></nex-video-tile>`,
    ),
};
export default meta;

type Story = StoryObj<TileArgs>;

export const Camera: Story = {};
export const Self: Story = { args: { participantId: 'self' } };
export const CameraOff: Story = { args: { scenario: cameraOff } };
export const Muted: Story = { args: { scenario: four, participantId: 'guest-2' } };
export const Speaking: Story = {
  args: {
    scenario: () => {
      const call = four();
      // The level belongs to no snapshot: it is told once the tile listens.
      requestAnimationFrame(() => {
        call.setAudioLevel('guest-1', 0.7);
      });
      return call;
    },
  },
};
export const Weak: Story = { args: { scenario: weak } };
export const WeakThumbnail: Story = { args: { scenario: weak, width: 240, height: 135 } };
export const Screen: Story = { args: { scenario: screenShare, participantId: 'guest-2', source: 'screen' } };
export const RightToLeftName: Story = { args: { scenario: four, participantId: 'guest-3' } };
export const LongName: Story = { args: { scenario: seven, participantId: 'guest-5', width: 320, height: 180 } };
export const Thumbnail: Story = { args: { width: 240, height: 135 } };
