import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../elements/nex-settings.js';
import type { NexSettings } from '../elements/settings/nex-settings.js';
import { inFrame } from './in-frame.js';
import { cameraBlocked } from './scenarios/camera-blocked.js';
import { phoneCamera } from './scenarios/phone-camera.js';
import { two } from './scenarios/two.js';
import { storyArgTypes } from './story-arg-types.js';
import type { StoryArgs } from './story-args.js';

type Args = StoryArgs & { section: NexSettings['section'] };

/** Devices, picture and sound, name, announcements and keys, captions. Unfolds in a narrow box, has tabs in a wide one. */
const meta: Meta<Args> = {
  title: 'Settings',
  component: 'nex-settings',
  args: { scenario: two, width: 360, height: 720, section: 'devices' },
  argTypes: { ...storyArgTypes, section: { control: 'select', options: ['devices', 'picture', 'you', 'access', 'captions', ''] } },
  render: ({ scenario, width, height, section }) =>
    inFrame({ width, height }, html`<nex-settings closable .section=${section} .call=${scenario()}></nex-settings>`),
};
export default meta;

type Story = StoryObj<Args>;

export const Devices: Story = {};
export const Picture: Story = { args: { section: 'picture' } };
export const You: Story = { args: { section: 'you' } };
export const AnnouncementsAndKeys: Story = { args: { section: 'access' } };
export const Captions: Story = { args: { section: 'captions' } };
export const Folded: Story = { args: { section: '' } };
export const Tabs: Story = { args: { width: 900, height: 620 } };
export const CameraBlocked: Story = { args: { scenario: cameraBlocked } };
/** A camera with a light and a zoom, and one on the other side. */
export const PhoneCamera: Story = { args: { scenario: phoneCamera, width: 390 } };
export const AudioOnly: Story = {
  args: {
    section: 'picture',
    scenario: () => {
      const call = two();
      call.patch({ camera: 'off', options: { ...call.state.options, isAudioOnly: true } });
      return call;
    },
  },
};
export const Small: Story = { args: { width: 240, height: 320 } };
