import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { allStories } from '../support/all-stories.js';

const VISIBLE_PX = 8;

/** Whether anything is drawn, in whatever shadow root: a word for screen readers alone is one pixel wide. */
function isAnythingSeen(root: Element): boolean {
  const inner = [...(root.shadowRoot?.children ?? []), ...root.children];
  if (inner.some(isAnythingSeen)) return true;
  const { width, height } = root.getBoundingClientRect();
  const isLeaf = inner.length === 0 && root.localName !== 'style' && root.localName !== 'slot';
  return isLeaf && width > VISIBLE_PX && height > VISIBLE_PX && root.checkVisibility({ visibilityProperty: true });
}

// In other colours and the other direction: accessibility-matrix.test.ts.
describe('stories', () => {
  before(async () => {
    await setViewport({ width: 1280, height: 920 });
    await emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    document.documentElement.style.setProperty('color-scheme', 'light dark');
  });

  after(async () => {
    document.documentElement.style.removeProperty('color-scheme');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  for (const { name, args, render } of allStories)
    it(`${name}: shows something, and axe finds no fault`, async () => {
      const el = await fixture(html`<main>${render(args)}</main>`);
      await waitUntil(() => isAnythingSeen(el), 'nothing is seen');
      await nextFrame();
      await nextFrame();
      await expect(el).to.be.accessible();
    });
});
