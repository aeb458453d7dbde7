import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-participants.js';
import { inFrame } from './in-frame.js';
import { alone } from './scenarios/alone.js';
import { four } from './scenarios/four.js';
import { handsRaised } from './scenarios/hands-raised.js';
import { reconnecting } from './scenarios/reconnecting.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

interface ParticipantsArgs extends StoryArgs {
  closable: boolean;
  hide: string;
  dir: 'ltr' | 'rtl';
}

/** Who is here, who asked for the floor, and what can be done for each. In `<nex-call>` it is a panel; here it stands by itself. */
const meta: Meta<ParticipantsArgs> = {
  title: 'Participants',
  component: 'nex-participants',
  args: { scenario: four, width: 340, height: 560, closable: false, hide: '', dir: 'ltr' },
  argTypes: { ...storyArgTypes, dir: { control: 'inline-radio', options: ['ltr', 'rtl'] } },
  render: ({ scenario, width, height, closable, hide, dir }) =>
    inFrame(
      { width, height },
      html`<nex-participants dir=${dir} ?closable=${closable} hide=${hide} .call=${scenario()}></nex-participants>`,
    ),
};
export default meta;

type Story = StoryObj<ParticipantsArgs>;

export const Four: Story = {};
export const HandsRaised: Story = { args: { scenario: handsRaised, closable: true } };
export const Reconnecting: Story = { args: { scenario: reconnecting } };
export const Alone: Story = { args: { scenario: alone } };
export const WithoutInviting: Story = { args: { hide: 'invite chat' } };
export const RightToLeft: Story = { args: { scenario: handsRaised, dir: 'rtl', closable: true } };
export const Smallest: Story = { args: { scenario: handsRaised, width: 240, height: 180, closable: true } };
