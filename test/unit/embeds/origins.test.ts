import { expect } from '@open-wc/testing';
import { allowedOrigins, isOrigin } from '../../../embeds/iframe/origins.js';

const ANA = 'https://ana.example';
const BEN = 'https://ben.example:8443';
const named = (...origins: readonly string[]) => `?${new URLSearchParams(origins.map((origin) => ['origin', origin])).toString()}`;

describe('The origins that a frame listens to', () => {
  it('are those that its address names, where the site has no list', () => {
    expect([...allowedOrigins(named(ANA, BEN), ' ')]).to.deep.equal([ANA, BEN]);
    expect([...allowedOrigins('', '')]).to.deep.equal([]);
  });

  it('are of those only the ones on the list, where there is one', () => {
    expect([...allowedOrigins(named(ANA, BEN), `https://third.example\n ${BEN}`)]).to.deep.equal([BEN]);
    expect([...allowedOrigins('', ANA)]).to.deep.equal([]);
  });

  it('are none when the list has nothing but mistakes', () => {
    expect([...allowedOrigins(named(ANA), `${ANA}/ *`)]).to.deep.equal([]);
  });

  for (const text of ['*', 'null', '', `${ANA}/`, 'HTTPS://ANA.example', 'javascript:0', 'ftp://ana.example', `${ANA}:443`])
    it(`are never “${text}”`, () => {
      expect(isOrigin(text)).to.equal(false);
      expect([...allowedOrigins(named(text), '')]).to.deep.equal([]);
    });

  it('are eight at most', () => {
    const many = Array.from({ length: 12 }, (_, index) => `https://site-${String(index)}.example`);
    expect(allowedOrigins(named(...many), '').size).to.equal(8);
  });
});
