import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-controls.js';
import { connected } from './scenarios/connected.js';
import { guests } from './scenarios/guests.js';
import { inFrame } from './in-frame.js';
import { cameraBlocked } from './scenarios/camera-blocked.js';
import { cameraOff } from './scenarios/camera-off.js';
import { four } from './scenarios/four.js';
import { two } from './scenarios/two.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

/** The toolbar: microphone, camera, screen share, hand, reactions, chat, people, a menu for the rest, and leave. */
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
export const HandRaised: Story = {
  args: {
    scenario: () => {
      const [first, ...others] = guests(3);
      const call = connected(3, { participants: [...(first ? [{ ...first, hand: true, handRaisedAt: 1 }] : []), ...others] });
      call.patch({ self: { ...call.state.self, hand: true, handRaisedAt: 2 } });
      return call;
    },
  },
};
export const UnreadMessages: Story = { args: { scenario: () => connected(3, { unread: 3 }) } };
export const ChatOpen: Story = {
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-controls .call=${scenario()} panel="chat"></nex-controls>`),
};
export const SpeakingWhileMuted: Story = {
  args: { height: 160, scenario: () => connected(1, { microphone: 'off', isSpeakingMuted: true }) },
  render: ({ scenario, width, height }) => inFrame({ width, height }, html`<nex-controls position="top" .call=${scenario()}></nex-controls>`),
};
export const OnAPhone: Story = {
  args: {
    width: 390,
    scenario: () => {
      const call = connected(2, { unread: 2 });
      call.patch({ can: { ...call.state.can, screen: false, flipCamera: true } });
      return call;
    },
  },
};
export const OwnButtons: Story = {
  render: ({ scenario, width, height }) =>
    inFrame(
      { width, height },
      html`<nex-controls .call=${scenario()}>
        <button slot="toolbar-start" type="button">Notes</button>
        <button slot="toolbar-end" type="button">Invoice</button>
      </nex-controls>`,
    ),
};
export const FewerThings: Story = {
  render: ({ scenario, width, height }) =>
    inFrame({ width, height }, html`<nex-controls .call=${scenario()} hide="screen-share hand reactions participants settings quality"></nex-controls>`),
};
export const Medium: Story = { args: { width: 560, scenario: () => connected(3, { unread: 3 }) } };
export const Narrow: Story = { args: { width: 240 } };
