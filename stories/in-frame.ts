import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { StoryArgs } from './story-args.js';

/** A box of that size; elements answer to the box they are in, not to the window. Room around it for rings and shadows, never wider than the page. */
export function inFrame({ width, height }: Pick<StoryArgs, 'width' | 'height'>, content: TemplateResult): TemplateResult {
  const size = { width: `${width}px`, height: `${height}px`, maxWidth: 'calc(100% - 2rem)', margin: '1rem auto' };
  const style = { ...size, display: 'grid', alignItems: 'stretch' };
  return html`<div style=${styleMap(style)}>${content}</div>`;
}
