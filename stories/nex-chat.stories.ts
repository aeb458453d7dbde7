import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-chat.js';
import { inFrame } from './in-frame.js';
import { alone } from './scenarios/alone.js';
import { chatting } from './scenarios/chatting.js';
import { lobby } from './scenarios/lobby.js';
import { two } from './scenarios/two.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

interface ChatArgs extends StoryArgs {
  closable: boolean;
  to: string;
  dir: 'ltr' | 'rtl';
}

/** What is said in writing, to everybody or to one alone. In `<nex-call>` it is a panel; here it stands by itself. */
const meta: Meta<ChatArgs> = {
  title: 'Chat',
  component: 'nex-chat',
  args: { scenario: chatting, width: 340, height: 560, closable: false, to: '', dir: 'ltr' },
  argTypes: { ...storyArgTypes, dir: { control: 'inline-radio', options: ['ltr', 'rtl'] } },
  render: ({ scenario, width, height, closable, to, dir }) =>
    inFrame({ width, height }, html`<nex-chat dir=${dir} ?closable=${closable} to=${to} .call=${scenario()}></nex-chat>`),
};
export default meta;

type Story = StoryObj<ChatArgs>;

export const Conversation: Story = {};
export const AsPanel: Story = { args: { closable: true } };
export const Unread: Story = {
  args: {
    scenario: () => {
      const call = chatting();
      call.patch({ unread: 3 });
      return call;
    },
  },
};
export const ToOneAlone: Story = { args: { to: 'guest-2' } };
export const Empty: Story = { args: { scenario: two } };
export const NobodyElse: Story = { args: { scenario: alone } };
export const NotInTheRoom: Story = {
  args: {
    scenario: () => {
      const call = lobby();
      call.patch({ can: { ...call.state.can, chat: false } });
      return call;
    },
  },
};
export const RightToLeft: Story = { args: { dir: 'rtl', closable: true } };
export const Smallest: Story = { args: { width: 240, height: 180, closable: true } };
