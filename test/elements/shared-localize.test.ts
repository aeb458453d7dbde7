import type { TemplateResult } from 'lit';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Localizer } from '../../elements/shared/localize.js';
import { ERROR_CODES } from '../../src/base/nex-error.js';
import { addTexts } from '../../elements/shared/text-store.js';
import { enMoreControls } from '../../elements/shared/texts/en-more-controls.js';
import { enNews } from '../../elements/shared/texts/en-news.js';
import { LANGUAGES, loadLanguage } from '../../elements/shared/texts/locale-languages.js';
import { NexElement } from '../../elements/shared/nex-element.js';

addTexts(enNews);
addTexts(enMoreControls);

class Words extends NexElement {
  override render(): TemplateResult {
    return html`<p>${this.text.t('controls.camera')}</p>`;
  }
}
customElements.define('test-words', Words);
const shown = (el: Element): string => el.shadowRoot!.querySelector('p')!.textContent;

describe('Localizer', () => {
  it('fills in blanks and chooses the plural form', () => {
    const text = new Localizer(document.createElement('div'));
    expect(text.t('status.participantJoined', { name: 'Ana' })).to.equal('Ana joined');
    expect(text.t('status.manyJoined', { count: 1 })).to.equal('1 person joined');
    expect(text.t('status.manyJoined', { count: 5 })).to.equal('5 people joined');
    expect(text.list(['Ana', 'Bo', 'Cem'])).to.equal('Ana, Bo, and Cem');
  });

  it('has a sentence and advice of its own for every error code, once they are loaded, and a general one before', async () => {
    let updates = 0;
    const text = new Localizer(Object.assign(document.createElement('div'), { requestUpdate: () => void (updates += 1) }));
    expect([text.errorTitle('config/invalid'), text.errorAdvice('config/invalid')]).to.deep.equal([text.t('error.title'), text.t('error.advice')]);
    await waitUntil(() => updates === 1, 'renders again');
    for (const code of ERROR_CODES) {
      expect(text.errorTitle(code), code).to.be.a('string').that.is.not.empty.and.does.not.equal(text.t('error.title'));
      expect(text.errorAdvice(code), code).to.be.a('string').that.is.not.empty;
    }
  });

  it('takes the nearest lang, and does not fail on one that is none', async () => {
    const el = await fixture(html`<div lang="de-at"><p></p></div>`);
    expect(new Localizer(el.firstElementChild!).lang).to.equal('de-AT');
    el.setAttribute('lang', 'not a tag');
    expect(new Localizer(el.firstElementChild!).lang).to.equal('en');
  });

  it('shows English until the language is there, then its words, and changes with the nearest lang', async () => {
    const place = await fixture(html`<div lang="de-AT"><test-words></test-words></div>`);
    const el = place.firstElementChild!;
    const [de, fr] = [await loadLanguage('de'), await loadLanguage('fr')];
    await waitUntil(() => shown(el) === de!['controls.camera'], 'German, which Austrian German falls back to');
    place.setAttribute('lang', 'fr');
    await waitUntil(() => shown(el) === fr!['controls.camera'], 'French');
    place.setAttribute('lang', 'en-GB');
    await waitUntil(() => shown(el) === 'Camera', 'English');
  });

  it('follows a lang outside of the shadow roots that it is in', async () => {
    const place = await fixture(html`<div></div>`);
    const el = document.createElement('test-words');
    place.attachShadow({ mode: 'open' }).append(el);
    await waitUntil(() => el.shadowRoot?.querySelector('p'));
    expect(shown(el)).to.equal('Camera');
    place.setAttribute('lang', 'ja');
    const ja = await loadLanguage('ja');
    await waitUntil(() => shown(el) === ja!['controls.camera'], 'Japanese');
  });

  it('stays English, numbers and lists too, in a language that it has no words for', async () => {
    const text = new Localizer(await fixture(html`<p lang="fi"></p>`));
    expect(text.t('controls.camera')).to.equal('Camera');
    expect(await loadLanguage('fi')).to.equal(null);
    expect([text.lang, text.wordsLang, text.list(['Ana', 'Bo'])]).to.deep.equal(['fi', 'en', 'Ana and Bo']);
  });

  for (const language of LANGUAGES)
    it(`counts, lists and tells errors in that language (${language})`, async () => {
      const host = await fixture(html`<p lang=${language}></p>`);
      const text = new Localizer(host);
      text.t('controls.camera');
      await waitUntil(() => text.wordsLang === language, 'the words are loaded');
      const words = (await loadLanguage(language))!;
      for (const count of [0, 1, 2, 3, 5, 11, 100, 1_000_000]) {
        const forms = words['status.manyJoined'] as Readonly<Record<string, string>>;
        const expected = forms[new Intl.PluralRules(language).select(count)]!.replace('{count}', new Intl.NumberFormat(language).format(count));
        expect(text.t('status.manyJoined', { count })).to.equal(expected);
      }
      expect(text.list(['1', '2', '3'])).to.equal(new Intl.ListFormat(language).format(['1', '2', '3']));
      expect(text.errorTitle('peer/timeout')).to.equal(words['error/peer/timeout/title']);
      expect(words['error/peer/timeout/title']).to.not.equal('It took too long to connect');
    });

  it('keeps a name of the other direction together, and leaves the others as they are', async () => {
    const english = new Localizer(document.createElement('p'));
    expect(english.t('status.participantJoined', { name: 'سماعة 1' })).to.equal('\u2068سماعة 1\u2069 joined');
    const arabic = new Localizer(await fixture(html`<p lang="ar"></p>`));
    arabic.t('controls.camera');
    await waitUntil(() => arabic.wordsLang === 'ar');
    expect(arabic.t('status.participantJoined', { name: 'Ana' })).to.contain('\u2068Ana\u2069');
    expect(arabic.t('status.participantJoined', { name: 'سلمى' })).to.not.contain('\u2068');
  });
});
