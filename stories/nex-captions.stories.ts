import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-captions.js';
import type { NexCaptions } from '../elements/captions/nex-captions.js';
import { inFrame } from './in-frame.js';
import { two } from './scenarios/two.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

type Args = StoryArgs & { lines: NexCaptions['lines']; open: boolean };

const LINES: NexCaptions['lines'] = [
  { id: '1', speaker: 'Workshop', text: 'The parts arrived this morning.', isFinal: true },
  { id: '2', speaker: 'Reception', text: 'Good. Then we can begin as planned.', isFinal: true },
  { id: '3', speaker: 'مكتب الاستقبال', text: 'نعم، كل شيء جاهز.', isFinal: true },
  { id: '4', speaker: 'Workshop', text: 'I will send the list in a', isFinal: false },
];

/** What is being said: three lines at most, in the look that the visitor chose in the settings, and a log. */
const meta: Meta<Args> = {
  title: 'Captions',
  component: 'nex-captions',
  args: { scenario: two, width: 720, height: 300, lines: LINES, open: false },
  argTypes: { ...storyArgTypes, lines: { control: 'object' } },
  render: ({ scenario, width, height, lines, open }) =>
    inFrame({ width, height }, html`<nex-captions .call=${scenario()} .lines=${lines} ?open=${open}></nex-captions>`),
};
export default meta;

type Story = StoryObj<Args>;

export const Latest: Story = {};
export const Log: Story = { args: { open: true } };
export const OneLongSentence: Story = {
  args: {
    lines: [
      {
        id: '1',
        speaker: 'Laboratory on the second floor, next to the large freezer',
        text: 'There is a great deal to say about this, and it is said without a pause, so that the beginning of the sentence has long left the strip when its end is reached, which is what a reader of captions expects.',
        isFinal: false,
      },
    ],
  },
};
export const Narrow: Story = { args: { width: 240, height: 180 } };
