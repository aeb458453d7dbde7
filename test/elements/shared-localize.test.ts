import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Localizer } from '../../elements/shared/localize.js';
import { ERROR_CODES } from '../../src/base/nex-error.js';

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
});
