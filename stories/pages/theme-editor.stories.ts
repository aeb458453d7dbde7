import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../elements/nex-call.js';
import { define } from '../../elements/shared/define.js';
import { ThemeEditor } from './theme-editor.js';

define('theme-editor', ThemeEditor);

/** Change the tokens of a call and copy the CSS. */
const meta: Meta = {
  title: 'Guide/Theme editor',
  args: {},
  tags: ['!autodocs'],
  render: () => html`<theme-editor></theme-editor>`,
};
export default meta;

export const Editor: StoryObj = {};
