import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { allStories } from '../support/all-stories.js';
import { faults, undress, wear } from '../support/axe-faults.js';

/** Light from left to right: stories.test.ts. Forced colours: accessibility-forced-colors.test.ts. */
const COMBINATIONS = [
  ['dark', 'ltr'],
  ['contrast', 'ltr'],
  ['light', 'rtl'],
  ['dark', 'rtl'],
  ['contrast', 'rtl'],
] as const;

describe('every story, in all colours and both directions', () => {
  const contrastSheet = new CSSStyleSheet();

  before(async () => {
    contrastSheet.replaceSync(await (await fetch('/themes/contrast.css')).text());
    await setViewport({ width: 1280, height: 920 });
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  after(async () => {
    undress();
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  for (const { name, args, render } of allStories)
    it(`${name}: axe finds no fault`, async () => {
      const page = await fixture<HTMLElement>(html`<main>${render(args)}</main>`);
      for (const [theme, direction] of COMBINATIONS) {
        wear(page, theme, direction, contrastSheet);
        expect(await faults(page), `${theme}, ${direction}`).to.deep.equal([]);
      }
    });
});
