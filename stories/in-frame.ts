import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { StoryArgs } from './story-args.js';

/** A box of that size; elements answer to the box they are in, not to the window. Never wider than the page. */
export function inFrame({ width, height }: Pick<StoryArgs, 'width' | 'height'>, content: TemplateResult): TemplateResult {
  const style = { width: `${width}px`, maxWidth: '100%', height: `${height}px`, display: 'grid', alignItems: 'stretch' };
  return html`<div style=${styleMap(style)}>${content}</div>`;
}
