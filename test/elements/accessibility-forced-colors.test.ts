import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { allStories } from '../support/all-stories.js';
import { faults, undress, wear } from '../support/axe-faults.js';

/** axe reads the colour of text there, where the browser goes on telling the author's; `color` is what forced colours made of it. */
function readForcedColors(): () => void {
  const { prototype } = CSSStyleDeclaration;
  const original = Object.getOwnPropertyDescriptor(prototype, 'getPropertyValue')!;
  const read = original.value as (this: CSSStyleDeclaration, name: string) => string;
  prototype.getPropertyValue = function (name) {
    return read.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
  return () => {
    Object.defineProperty(prototype, 'getPropertyValue', original);
  };
}

describe('every story, in forced colours and both directions', () => {
  let restore = (): void => undefined;

  before(async () => {
    await setViewport({ width: 1280, height: 920 });
    await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    restore = readForcedColors();
  });

  after(async () => {
    restore();
    undress();
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  for (const { name, args, render } of allStories)
    it(`${name}: axe finds no fault`, async () => {
      const page = await fixture<HTMLElement>(html`<main>${render(args)}</main>`);
      for (const direction of ['ltr', 'rtl'] as const) {
        wear(page, 'light', direction, new CSSStyleSheet());
        expect(await faults(page), direction).to.deep.equal([]);
      }
    });
});
