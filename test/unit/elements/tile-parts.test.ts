import { expect } from '@open-wc/testing';
import { readAspect } from '../../../elements/video-grid/read-aspect.js';
import { initials } from '../../../elements/shared/initials.js';
import { participantHue } from '../../../elements/shared/participant-hue.js';

describe('initials', () => {
  it('takes the first letters of the first and the last word, by grapheme', () => {
    expect(initials('one')).to.equal('O');
    expect(initials('  one two three ')).to.equal('OT');
    expect(initials('👩‍🚀 é')).to.equal('👩‍🚀É');
    expect(initials('   ')).to.equal('');
  });
});

describe('participantHue', () => {
  it('is the same for the same id, within a circle, and spread over it', () => {
    const hues = Array.from({ length: 360 }, (_, index) => participantHue(`participant-${index}`));
    expect(hues.every((hue) => hue >= 0 && hue < 360)).to.be.true;
    expect(participantHue('participant-7')).to.equal(hues[7]);
    expect(new Set(hues.map((hue) => Math.floor(hue / 30))).size).to.equal(12);
  });
});

describe('readAspect', () => {
  it('reads a ratio or a number, and refuses anything else', () => {
    expect(readAspect(' 16 / 9 ')).to.be.closeTo(16 / 9, 1e-9);
    expect(readAspect('1.5')).to.equal(1.5);
    for (const value of ['', 'auto', '0/0', '1/100', '-1']) expect(readAspect(value), value).to.be.null;
  });
});
