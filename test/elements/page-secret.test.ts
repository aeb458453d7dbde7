import { expect } from '@open-wc/testing';
import { pageSecret } from '../../elements/shared/page-secret.js';

describe('page secret', () => {
  const address = location.href;
  afterEach(() => {
    history.replaceState(null, '', address);
  });

  it('makes 128 random bits once and keeps them in the fragment, beside what stands there', () => {
    history.replaceState(null, '', '#section=2');
    const secret = pageSecret();
    expect(secret).to.match(/^[\w-]{22}$/);
    expect(new URLSearchParams(location.hash.slice(1)).get('section')).to.equal('2');
    expect(pageSecret()).to.equal(secret);
    expect(location.search).to.not.contain(secret);
  });

  it('uses the one in the link', () => {
    history.replaceState(null, '', '#k=given');
    expect(pageSecret()).to.equal('given');
  });
});
