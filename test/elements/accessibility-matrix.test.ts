import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js';
import { allStories } from '../support/all-stories.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };

type Theme = 'light' | 'dark' | 'contrast';
/** The rules whose answer can differ with colours or direction; all rules are asked where every story is shown to show something. */
const RULES = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
/** Light from left to right is looked at where every story is shown to show something. */
const IN_COLOURS = [
  ['dark', 'ltr'],
  ['contrast', 'ltr'],
  ['light', 'rtl'],
  ['dark', 'rtl'],
  ['contrast', 'rtl'],
] as const;

const contrastSheet = new CSSStyleSheet();

/** As a site would: the theme of each call, and a linked file for what stands alone. */
function wear(page: HTMLElement, theme: Theme, direction: 'ltr' | 'rtl'): void {
  document.documentElement.dir = direction;
  document.documentElement.style.setProperty('color-scheme', theme === 'contrast' ? 'dark' : theme);
  document.adoptedStyleSheets = theme === 'contrast' ? [contrastSheet] : [];
  for (const call of page.querySelectorAll('nex-call')) {
    call.theme = theme;
    call.dir = direction;
  }
}

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

async function faults(page: HTMLElement): Promise<string[]> {
  await nextFrame();
  await nextFrame();
  const { violations } = await axe.run(page, { runOnly: RULES, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}

describe('every story, in all colours and both directions', () => {
  before(async () => {
    contrastSheet.replaceSync(await (await fetch('/themes/contrast.css')).text());
    await setViewport({ width: 1280, height: 920 });
  });

  after(async () => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.style.removeProperty('color-scheme');
    document.adoptedStyleSheets = [];
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  for (const [forcedColors, combinations] of [
    ['none', IN_COLOURS],
    ['active', [['light', 'ltr'], ['light', 'rtl']]],
  ] as const) {
    describe(`forced colours: ${forcedColors}`, () => {
      let restore = (): void => undefined;
      before(async () => {
        await emulateMedia({ forcedColors, reducedMotion: 'reduce' });
        if (forcedColors === 'active') restore = readForcedColors();
      });
      after(() => {
        restore();
      });

      for (const { name, args, render } of allStories)
        it(`${name}: axe finds no fault`, async () => {
          const page = await fixture<HTMLElement>(html`<main>${render(args)}</main>`);
          for (const [theme, direction] of combinations) {
            wear(page, theme, direction);
            expect(await faults(page), `${theme}, ${direction}`).to.deep.equal([]);
          }
        });
    });
  }
});
