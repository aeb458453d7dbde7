import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { NexCall } from '../../elements/call/nex-call.js';
import { define } from '../../elements/shared/define.js';
import '../../elements/nex-status.js';
import { createFakeCall } from '../support/fake-call.js';

// Alone: what is inside of it is not looked at.
define('nex-call', NexCall);

const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** Red, green and blue, 0 to 255, as a screen shows the colour over the one behind it. */
function paint(color: string, behind = 'white'): Uint8ClampedArray {
  for (const fill of [behind, color]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  }
  return context.getImageData(0, 0, 1, 1).data;
}

function luminance(color: Uint8ClampedArray): number {
  const [red, green, blue] = [...color].map((value) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** As WCAG 2 measures it. */
function contrast(front: string, back: string): number {
  const [lower, higher] = [luminance(paint(front, back)), luminance(paint(back))].sort((a, b) => a - b);
  return (higher! + 0.05) / (lower! + 0.05);
}

/** Reads the private tokens of an element, as colours. */
function reader(el: Element): (token: string) => string {
  const probe = document.createElement('span');
  el.shadowRoot!.append(probe);
  return (token) => {
    probe.style.setProperty('color', '');
    probe.style.setProperty('color', `var(${token})`);
    return getComputedStyle(probe).color;
  };
}

/** What stands on what, and the least contrast it needs: text, then what is not text. */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ['--_text', '--_surface', 4.5],
  ['--_text', '--_raised', 4.5],
  ['--_text', '--_stage', 4.5],
  ['--_muted', '--_surface', 4.5],
  ['--_muted', '--_raised', 4.5],
  ['--_text', '--_accent-tint', 4.5],
  ['--_on-accent', '--_accent', 4.5],
  ['--_on-accent', '--_accent-hover', 4.5],
  ['--_on-accent', '--_accent-press', 4.5],
  ['--_accent-text', '--_surface', 4.5],
  ['--_accent-text', '--_raised', 4.5],
  ['--_on-danger', '--_danger', 4.5],
  ['--_on-danger', '--_danger-hover', 4.5],
  ['--_danger-text', '--_surface', 4.5],
  ['--_danger-text', '--_raised', 4.5],
  ['--_focus', '--_surface', 3],
  ['--_focus', '--_stage', 3],
  ['--_speaking', '--_stage', 3],
  ['--_speaking', '--_surface', 3],
];

/** Pairs that have less contrast than they need; in the theme for contrast, text needs 7:1 (white on red stays as it is). */
function weak(el: Element, isForContrast = false): string[] {
  const least = (front: string, wanted: number): number => (isForContrast && wanted === 4.5 && !front.includes('danger') ? 7 : wanted);
  const read = reader(el);
  return PAIRS.map(([front, back, wanted]) => ({ front, back, wanted: least(front, wanted), measured: contrast(read(front), read(back)) }))
    .filter(({ measured, wanted }) => measured < wanted)
    .map(({ front, back, measured, wanted }) => `${front} on ${back}: ${measured.toFixed(2)} of ${wanted}`);
}

describe('themes', () => {
  after(() => emulateMedia({ colorScheme: 'light' }));
  const call = createFakeCall();

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const theme of ['auto', 'light', 'dark', 'contrast'] as const)
      it(`nex-call, theme ${theme} on a ${colorScheme} page: text, buttons and rings have contrast enough`, async () => {
        await emulateMedia({ colorScheme });
        const page = await fixture(html`<div><nex-call theme=${theme} .call=${call}></nex-call></div>`);
        (page as HTMLElement).style.setProperty('color-scheme', 'light dark');
        const el = page.querySelector('nex-call')!;
        expect(weak(el, theme === 'contrast')).to.deep.equal([]);
      });

    for (const file of ['light', 'dark', 'contrast'] as const)
      it(`an element alone with ${file}.css on a ${colorScheme} page has contrast enough`, async () => {
        await emulateMedia({ colorScheme });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(await (await fetch(`/themes/${file}.css`)).text());
        document.adoptedStyleSheets.push(sheet);
        try {
          const el = await fixture(html`<nex-status .call=${call}></nex-status>`);
          expect(weak(el, file === 'contrast')).to.deep.equal([]);
        } finally {
          document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
        }
      });

    it(`keeps contrast with any brand colour, given by one variable, on a ${colorScheme} page`, async () => {
      await emulateMedia({ colorScheme });
      const el = await fixture<HTMLElement>(html`<nex-call theme=${colorScheme} .call=${call}></nex-call>`);
      const brands = [
        'red',
        'yellow',
        'lime',
        'cyan',
        'blue',
        'magenta',
        'black',
        'white',
        'gray',
        '#777',
        '#0a84ff',
        'orange',
        'rebeccapurple',
        'teal',
        'hotpink',
        'brown',
      ];
      for (let hue = 0; hue < 360; hue += 20)
        for (let percent = 5; percent <= 95; percent += 10) brands.push(`hsl(${hue} 90% ${percent}%)`, `hsl(${hue} 30% ${percent}%)`);
      const found: string[] = [];
      for (const brand of brands) {
        el.style.setProperty('--nex-color-accent', brand);
        found.push(...weak(el).map((pair) => `${brand}, ${pair}`));
      }
      expect(brands.length).to.be.above(300);
      expect(found).to.deep.equal([]);
    });
  }

  it('reads the name of a tile on a bright picture', async () => {
    const el = await fixture(html`<nex-status .call=${call}></nex-status>`);
    const read = reader(el);
    const [red, green, blue] = paint(read('--_scrim'), 'white');
    expect(contrast(read('--_on-scrim'), `rgb(${red} ${green} ${blue})`)).to.be.above(4.5);
  });

  it('leaves the text on the accent to a site that names it', async () => {
    const el = await fixture<HTMLElement>(html`<nex-call .call=${call}></nex-call>`);
    el.style.setProperty('--nex-color-on-accent', 'rgb(1, 2, 3)');
    expect(reader(el)('--_on-accent')).to.equal('rgb(1, 2, 3)');
  });
});
