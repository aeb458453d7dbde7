import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../elements/nex-call.js';
import '../../elements/nex-quality.js';
import { PlainColors } from '../../elements/shared/late-plain-colors.js';
import type { NexElement } from '../../elements/shared/nex-element.js';
import { createFakeCall } from '../support/fake-call.js';

const NAMES = [
  '--_surface',
  '--_raised',
  '--_text',
  '--_muted',
  '--_accent',
  '--_danger',
  '--_speaking',
  '--_on-accent',
  '--_accent-text',
  '--_danger-text',
  '--_ease',
  '--_stage-depth',
] as const;
const painted = (el: Element, name: string): string => {
  const probe = document.createElement('i');
  el.shadowRoot?.append(probe);
  probe.style.color = `var(${name})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};
/** As this browser computes each colour with `light-dark()`. */
const colors = (el: Element): readonly string[] => NAMES.map((name) => `${name} ${painted(el, name)}`);
/** What is said of them at last, as a browser without `light-dark()` reads it. */
const lastSheet = (el: Element): string =>
  [...(el.shadowRoot?.adoptedStyleSheets.at(-1)?.cssRules ?? [])].map(({ cssText }) => cssText).join('\n');

describe('colours without light-dark()', () => {
  after(() => emulateMedia({ colorScheme: 'light' }));

  for (const page of ['normal', 'light', 'dark', 'light dark'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`are the same as with it: color-scheme ${page}, the system ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme });
        const holder = await fixture<HTMLElement>(
          html`<main><nex-quality .call=${createFakeCall({ status: 'connected' })}></nex-quality></main>`,
        );
        holder.style.colorScheme = page;
        const el = holder.querySelector('nex-quality') as unknown as NexElement;
        await el.updateComplete;
        const wanted = colors(el);
        new PlainColors(el);
        await waitUntil(() => lastSheet(el).includes('--_surface'));
        expect(lastSheet(el)).not.to.contain('light-dark(');
        expect(colors(el)).to.deep.equal(wanted);
      });

  it('follow the theme of a call, and leave the page its own colours', async () => {
    await emulateMedia({ colorScheme: 'light' });
    const el = await fixture<NexElement & { theme: string }>(html`<nex-call theme="contrast" .call=${createFakeCall()}></nex-call>`);
    new PlainColors(el);
    for (const theme of ['dark', 'light', 'contrast', 'auto']) {
      el.theme = theme;
      await el.updateComplete;
      const seen = colors(el);
      const sheets = el.shadowRoot?.adoptedStyleSheets ?? [];
      expect(lastSheet(el), theme).not.to.contain('light-dark(');
      if (el.shadowRoot) el.shadowRoot.adoptedStyleSheets = sheets.slice(0, -1);
      expect(seen, theme).to.deep.equal(colors(el));
      if (el.shadowRoot) el.shadowRoot.adoptedStyleSheets = sheets;
    }
    el.style.setProperty('--nex-color-accent', 'rgb(1, 2, 3)');
    expect(painted(el, '--_accent')).to.equal('rgb(1, 2, 3)');
  });
});
