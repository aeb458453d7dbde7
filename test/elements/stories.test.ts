import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import * as call from '../../stories/nex-call.stories.js';
import * as controls from '../../stories/nex-controls.stories.js';
import * as lobby from '../../stories/nex-lobby.stories.js';
import * as quality from '../../stories/nex-quality.stories.js';
import * as status from '../../stories/nex-status.stories.js';
import * as videoGrid from '../../stories/nex-video-grid.stories.js';
import * as videoTile from '../../stories/nex-video-tile.stories.js';

type Args = Readonly<Record<string, unknown>>;
interface StoryFile {
  readonly default: { readonly title: string; readonly args: Args; readonly render: (args: Args) => TemplateResult };
}

// Each file's stories take arguments of their own type, which only Storybook brings together.
const FILES = [call, controls, lobby, quality, status, videoGrid, videoTile] as unknown as readonly StoryFile[];
const VISIBLE_PX = 8;

/** Whether anything is drawn, in whatever shadow root: a word for screen readers alone is one pixel wide. */
function isAnythingSeen(root: Element): boolean {
  const inner = [...(root.shadowRoot?.children ?? []), ...root.children];
  if (inner.some(isAnythingSeen)) return true;
  const { width, height } = root.getBoundingClientRect();
  const isLeaf = inner.length === 0 && root.localName !== 'style' && root.localName !== 'slot';
  return isLeaf && width > VISIBLE_PX && height > VISIBLE_PX && root.checkVisibility({ visibilityProperty: true });
}

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`stories, ${colorScheme}`, () => {
    before(async () => {
      await setViewport({ width: 1280, height: 920 });
      await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      document.documentElement.style.setProperty('color-scheme', 'light dark');
    });

    after(async () => {
      document.documentElement.style.removeProperty('color-scheme');
      await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
    });

    for (const { default: meta, ...stories } of FILES) {
      for (const [name, story] of Object.entries<{ args?: Args }>(stories)) {
        it(`${meta.title}, ${name}: shows something, and axe finds no fault`, async () => {
          const el = await fixture(html`<main>${meta.render({ ...meta.args, ...story.args })}</main>`);
          await waitUntil(() => isAnythingSeen(el), 'nothing is seen');
          await nextFrame();
          await nextFrame();
          await expect(el).to.be.accessible();
        });
      }
    }
  });
}
