import { expect, fixture, html } from '@open-wc/testing';
import { browserPlace } from '../../../elements/shared/browser-place.js';
import { Localizer } from '../../../elements/shared/localize.js';
import { permissionHelp } from '../../../elements/shared/permission-help.js';
import type { PermissionPlace } from '../../../elements/shared/permission-place.js';
import { permissionSteps } from '../../../elements/shared/permission-steps.js';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const AGENTS = [
  ['chrome', 'desktop', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/156.0.0.0 Safari/537.36`],
  ['edge', 'desktop', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`],
  ['firefox', 'desktop', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  ['safari', 'desktop', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/26.0 Safari/605.1.15`],
  ['chrome', 'android', `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/156.0.0.0 Mobile Safari/537.36`],
  ['edge', 'android', `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/156.0.0.0 Mobile Safari/537.36 EdgA/156.0.0.0`],
  ['firefox', 'android', 'Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0'],
  ['safari', 'ios', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} Version/26.0 Mobile/15E148 Safari/604.1`],
  ['chrome', 'ios', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} CriOS/156.0.0.0 Mobile/15E148 Safari/604.1`],
  [
    'edge',
    'ios',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} Version/26.0 EdgiOS/156.0.0.0 Mobile/15E148 Safari/605.1.15`,
  ],
  ['firefox', 'ios', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} FxiOS/153.0 Mobile/15E148 Safari/605.1.15`],
  ['unknown', 'desktop', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/156.0.0.0 Safari/537.36 OPR/130.0.0.0`],
  ['unknown', 'android', `Mozilla/5.0 (Linux; Android 15; K) ${BLINK} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`],
  ['unknown', 'android', `Mozilla/5.0 (Linux; Android 15; Pixel; wv) ${BLINK} Version/4.0 Chrome/156.0.0.0 Mobile Safari/537.36`],
  ['unknown', 'desktop', `Mozilla/5.0 (X11; Linux x86_64) ${APPLE} Version/26.0 Safari/605.1.15`],
  ['unknown', 'unknown', 'Something else'],
] as const;

const CHROME: PermissionPlace = { browser: 'chrome', platform: 'desktop', isSecure: true, frame: 'none' };

async function help(place: Partial<PermissionPlace>, media: 'microphone' | 'camera' | 'both' = 'both'): Promise<HTMLElement> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const text = new Localizer(holder);
  return fixture<HTMLElement>(html`<main>${permissionHelp({ place: { ...CHROME, ...place }, media, text })}</main>`);
}
const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ');

describe('browserPlace', () => {
  for (const [browser, platform, userAgent] of AGENTS)
    it(`knows ${browser}, ${platform}: ${userAgent.slice(-40)}`, () => {
      expect(browserPlace({ userAgent, maxTouchPoints: 0 })).to.deep.equal({ browser, platform });
    });

  it('takes a Macintosh with a touch screen for the iPad that it is', () => {
    const userAgent = AGENTS[3][2];
    expect(browserPlace({ userAgent, maxTouchPoints: 5 })).to.deep.equal({ browser: 'safari', platform: 'ios' });
  });
});

describe('permissionHelp', () => {
  for (const browser of ['chrome', 'edge', 'firefox', 'safari', 'unknown'] as const)
    for (const platform of ['desktop', 'android', 'ios', 'unknown'] as const)
      it(`has three or four steps in words: ${browser}, ${platform}`, async () => {
        const element = await help({ browser, platform });
        const items = [...element.querySelectorAll('li')].map(words);
        expect(items.length).to.equal(permissionSteps({ browser, platform }).length);
        expect(items.length).to.be.within(3, 4);
        for (const item of items) expect(item).to.match(/^\p{L}.{10,120}[.:]$/u, item);
        expect(words(element)).not.to.contain('{');
        await expect(element).to.be.accessible();
      });

  it('differs where browsers differ', () => {
    const desktop = (browser: PermissionPlace['browser']): string => permissionSteps({ browser, platform: 'desktop' }).join();
    expect(new Set([desktop('chrome'), desktop('firefox'), desktop('safari'), desktop('unknown')]).size).to.equal(4);
    expect(permissionSteps({ browser: 'chrome', platform: 'ios' })).not.to.deep.equal(
      permissionSteps({ browser: 'safari', platform: 'ios' }),
    );
  });

  it('names no browser that it does not know', async () => {
    expect(words(await help({ browser: 'unknown' }))).not.to.match(/Chrome|Edge|Firefox|Safari/);
  });

  it('names what was refused', async () => {
    expect(words((await help({}, 'camera')).querySelector('h3')!)).to.equal('How to allow the camera');
    expect(words((await help({}, 'both')).querySelector('h3')!)).to.equal('How to allow camera and microphone');
  });

  it('says what the owner of the page around must add, and offers a way out', async () => {
    const element = await help({ frame: 'closed' });
    expect(element.querySelector('code')!.textContent).to.match(/^allow="camera; microphone;/);
    expect(element.querySelector('ol'), 'no step of the visitor would help').to.equal(null);
    const link = element.querySelector('a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([location.href, '_blank', 'noopener']);
    await expect(element).to.be.accessible();
  });

  it('says both where the browser does not tell whether the page around is why', async () => {
    const element = await help({ frame: 'unknown' });
    expect(element.querySelectorAll('li').length).to.be.at.least(3);
    expect(element.querySelector('code')).not.to.equal(null);
  });

  it('asks for https where the page is not secure', async () => {
    const element = await help({ isSecure: false });
    expect(words(element)).to.contain('starts with https');
    expect(element.querySelector('ol')).to.equal(null);
  });
});
