import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-video-grid.js';
import { inFrame } from './in-frame.js';
import { alone } from './scenarios/alone.js';
import { cameraOff } from './scenarios/camera-off.js';
import { four } from './scenarios/four.js';
import { hands } from './scenarios/hands.js';
import { many } from './scenarios/many.js';
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
export const SpeakerOnPhone: Story = { args: { scenario: many(8, { layout: 'speaker', speakerId: 'guest-3' }), width: 390, height: 700 } };
export const SpeakerOnPhoneSideways: Story = { args: { scenario: many(8, { layout: 'speaker', speakerId: 'guest-3' }), width: 844, height: 340 } };
export const SidebarOfMany: Story = { args: { scenario: many(14, { layout: 'sidebar', speakerId: 'guest-3' }) } };
export const TwoPinned: Story = { args: { scenario: many(6, { pinned: ['guest-1', 'guest-3'] }) } };
export const TwoPinnedTall: Story = { args: { scenario: many(6, { pinned: ['guest-1', 'guest-3'] }), width: 390, height: 760 } };
export const Spotlight: Story = { args: { scenario: many(6, { spotlightId: 'guest-2' }) } };
export const HandsRaised: Story = { args: { scenario: hands } };
export const ScreenOnPhone: Story = { args: { scenario: many(9, {}, true), width: 390, height: 760 } };
export const ScreenInWideBox: Story = { args: { scenario: many(9, {}, true), width: 1200, height: 300 } };
export const Pages: Story = { args: { scenario: many(25) } };
export const SelfViewFloating: Story = { args: { scenario: many(5, { selfView: 'floating' }) } };
export const SelfViewHidden: Story = { args: { scenario: many(5, { selfView: 'hidden' }) } };
export const HiddenTiles: Story = { args: { scenario: many(7, { hiddenTiles: ['guest-2', 'guest-5'] }) } };
export const Tiny: Story = { args: { scenario: many(5), width: 240, height: 180 } };
export const TinyWithHiddenTile: Story = { args: { scenario: many(5, { hiddenTiles: ['guest-2'] }), width: 240, height: 180 } };
export const FortyNine: Story = {
  args: { scenario: many(49), width: 1240, height: 800 },
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-video-grid max-tiles="49" .call=${scenario()}></nex-video-grid>`),
};
