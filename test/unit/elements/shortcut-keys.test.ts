import { expect } from '@open-wc/testing';
import { shortcutKeys, SHORTCUTS, type Shortcut } from '../../../elements/shared/shortcut-keys.js';

const changed = (words: string): Partial<Record<Shortcut, string | null>> => {
  const { keys } = shortcutKeys(words);
  return Object.fromEntries(Object.entries(keys).filter(([name, key]) => key !== SHORTCUTS[name as Shortcut]));
};

describe('shortcutKeys', () => {
  it('gives the keys of the documentation where nothing, or "on", is said', () => {
    for (const words of ['', ' ', 'on']) expect(shortcutKeys(words)).to.deep.equal({ keys: SHORTCUTS, invalid: [] });
  });

  it('gives none at all for "off"', () => {
    expect(Object.values(shortcutKeys(' off ').keys)).to.deep.equal(Object.keys(SHORTCUTS).map(() => null));
  });

  it('remaps and turns off single keys, whatever their case', () => {
    expect(changed('M=K s=off space=t ?=x 1-9=off')).to.deep.equal({ microphone: 'k', screen: null, talk: 't', help: 'x', tiles: null });
    expect(changed('q=space space=off')).to.deep.equal({ quality: ' ', talk: null });
  });

  it('takes a key from what has it, and swaps two', () => {
    expect(changed('m=v')).to.deep.equal({ microphone: 'v', camera: null });
    expect(changed('m=v v=m')).to.deep.equal({ microphone: 'v', camera: 'm' });
  });

  it('takes the sign = as a key', () => {
    expect(changed('m==')).to.deep.equal({ microphone: '=' });
  });

  it('names the words it does not understand, and does what it can of the rest', () => {
    const { keys, invalid } = shortcutKeys('m=kk z=a v c=x s=x 1-9=n h=g');
    expect(invalid).to.deep.equal(['m=kk', 'z=a', 'v', 's=x', '1-9=n']);
    expect([keys.microphone, keys.chat, keys.screen, keys.hand]).to.deep.equal(['m', 'x', 's', 'g']);
  });
});
