import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-quality.js';
import { fakeReport } from '../test/support/fake-report.js';
import { inFrame } from './in-frame.js';
import { alone } from './scenarios/alone.js';
import { four } from './scenarios/four.js';
import { lowered } from './scenarios/lowered.js';
import { measured } from './scenarios/measured.js';
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
/** What helps, the numbers, plots when unfolded, and the report of the call to download. */
export const Panel: Story = { args: { open: true, width: 420, height: 560, scenario: measured } };
/** The coach says what would help, and does it. */
export const Coach: Story = {
  args: {
    open: true,
    width: 420,
    height: 560,
    scenario: () => {
      const call = weak();
      const code = 'loss-up';
      call.diagnostics = () => Promise.resolve(fakeReport({ recommendations: [{ code, severity: 'warning', textKey: `advice/${code}` }] }));
      return call;
    },
  },
};
/** What is sent less of, why, and what undoes it; and why a connection is poor. */
export const Lowered: Story = { args: { open: true, width: 420, height: 720, scenario: lowered } };
/** Nothing but sound is sent until the network carries more. */
export const SoundOnly: Story = {
  args: {
    open: true,
    width: 420,
    height: 560,
    scenario: () => {
      const call = lowered();
      call.patch({ adaptation: { ...call.state.adaptation, steps: [{ source: 'camera', to: 'off', reason: 'network' }] } });
      return call;
    },
  },
};
