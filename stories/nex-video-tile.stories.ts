import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-video-tile.js';
import { inFrame } from './in-frame.js';
import { cameraOff } from './scenarios/camera-off.js';
import { four } from './scenarios/four.js';
import { hands } from './scenarios/hands.js';
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
export const HandRaised: Story = { args: { scenario: hands, participantId: 'guest-1' } };
export const PinnedInTheSpotlight: Story = { args: { scenario: hands, participantId: 'guest-3' } };
export const SmallWithHand: Story = { args: { scenario: hands, participantId: 'guest-2', width: 120, height: 80 } };
export const Reactions: Story = {
  args: {
    scenario: () => {
      const call = two();
      // A reaction belongs to no snapshot: it is told once the tile listens.
      setTimeout(() => {
        for (const emoji of ['👍', '❤️', '🎉'] as const) call.emit('reaction-received', { participantId: 'guest-1', emoji });
      }, 400);
      return call;
    },
  },
};
export const SpeakingWithoutCamera: Story = {
  args: {
    scenario: () => {
      const call = cameraOff();
      call.patch({ participants: call.state.participants.map((guest) => ({ ...guest, microphone: 'on', speaking: true })) });
      requestAnimationFrame(() => {
        call.setAudioLevel('guest-1', 0.7);
      });
      return call;
    },
  },
};
export const Failed: Story = {
  args: {
    scenario: () => {
      const call = two();
      call.patch({ participants: call.state.participants.map((guest) => ({ ...guest, connection: 'failed', cameraStream: null })) });
      return call;
    },
  },
};
export const Zoomed: Story = {
  args: { scenario: screenShare, participantId: 'guest-2', source: 'screen', width: 720, height: 450 },
  play: async ({ canvasElement }) => {
    const tile = canvasElement.querySelector('nex-video-tile');
    await tile?.updateComplete;
    tile?.focus();
    const box = tile?.shadowRoot?.querySelector('.tile');
    for (const key of ['+', '+', '+', 'ArrowRight']) box?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  },
};
export const Menu: Story = {
  args: { scenario: four, participantId: 'guest-1', height: 420 },
  play: async ({ canvasElement }) => {
    const tile = canvasElement.querySelector('nex-video-tile');
    await tile?.updateComplete;
    tile?.shadowRoot?.querySelector<HTMLElement>('.more')?.click();
  },
};
