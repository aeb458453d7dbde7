import { expect } from '@open-wc/testing';
import { timeLang } from '../../../elements/chat/time-lang.js';

describe('the tag that times follow', () => {
  it("has the visitor's region where the words name none", () => {
    expect(timeLang('en', ['en-GB', 'en-US'])).to.equal('en-GB');
    expect(timeLang('de', ['en-US', 'de-AT'])).to.equal('de-AT');
    expect(timeLang('zh', ['zh-CN'])).to.equal('zh-CN');
  });

  it('has no region of another language', () => {
    expect(timeLang('de', ['en-US', 'en'])).to.equal('de');
    expect(timeLang('en', ['de-DE', 'de'])).to.equal('en');
    expect(timeLang('en', [])).to.equal('en');
    expect(timeLang('zh', ['zh-TW']), 'in another script').to.equal('zh');
  });

  it('keeps the region that the page names', () => {
    expect(timeLang('en-IN', ['en-GB'])).to.equal('en-IN');
    expect(timeLang('fr-CA', ['fr-FR'])).to.equal('fr-CA');
  });

  it('passes over what is no language tag', () => {
    expect(timeLang('en', ['c', 'en_US', 'en-GB'])).to.equal('en-GB');
    expect(timeLang('en', ['c'])).to.equal('en');
  });
});
