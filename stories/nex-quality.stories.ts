import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-quality.js';
import { inFrame } from './in-frame.js';
import { alone } from './scenarios/alone.js';
import { four } from './scenarios/four.js';
import { weak } from './scenarios/weak.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

/** How well the call goes: an indicator, and a panel with figures. */
const meta: Meta<StoryArgs & { open: boolean }> = {
  title: 'Quality',
  component: 'nex-quality',
  args: { scenario: four, width: 360, height: 48, open: false },
  argTypes: storyArgTypes,
  render: ({ scenario, width, height, open }) =>
    inFrame({ width, height }, html`<nex-quality ?open=${open} .call=${scenario()}></nex-quality>`),
};
export default meta;

type Story = StoryObj<StoryArgs & { open: boolean }>;

export const Excellent: Story = {};
export const Poor: Story = { args: { scenario: weak } };
export const Critical: Story = {
  args: {
    scenario: () => {
      const call = weak();
      call.patch({ quality: { level: 'critical', score: 9 } });
      return call;
    },
  },
};
export const NotMeasured: Story = {
  args: {
    scenario: () => {
      const call = alone();
      call.patch({ quality: null });
      return call;
    },
  },
};
/** The numbers, and the report of the call to download. */
export const Panel: Story = {
  args: {
    open: true,
    width: 420,
    height: 560,
    scenario: () => {
      const call = four();
      let tick = 0;
      const timer = setInterval(() => {
        tick += 1;
        for (const [index, { id }] of call.state.participants.entries()) {
          const wave = Math.sin(tick / 4 + index);
          const stats = { rtt: 48 + 12 * wave, jitter: 6 + 2 * wave, packetLoss: Math.max(0, wave), bandwidth: 9e5, timestamp: Date.now() };
          call.emit('stats-updated', { participantId: id, stats });
        }
        // The panel of a story that is no longer shown has stopped listening.
        if (tick > 10 && call.listenerCount === 0) clearInterval(timer);
      }, 500);
      return call;
    },
  },
};
