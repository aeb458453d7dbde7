import { expect } from '@open-wc/testing';
import { createBrowserRestoreStore } from '../../../src/world/browser-restore-store.js';
import { readPageStart, type PageStart } from '../../../src/world/page-start.js';
import type { RestoreMark } from '../../../src/world/restore-store-port.js';

const NOW = 10_000_000;
const MARK: RestoreMark = { id: 'nx1', name: 'Ada', joinedAt: 5, microphone: true, camera: false, at: NOW };

describe('the marks of a tab', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });
  after(() => {
    sessionStorage.clear();
  });

  const open = (start: PageStart, now = NOW): ReturnType<typeof createBrowserRestoreStore> =>
    createBrowserRestoreStore({ storage: sessionStorage, start, now: () => now });

  const table: readonly [PageStart, boolean, boolean][] = [
    // How the page came to be, whether the one before was left, whether its mark counts.
    ['reload', true, true],
    ['reload', false, true],
    ['back-forward', true, true],
    // A duplicated tab.
    ['back-forward', false, false],
    ['navigate', true, false],
    ['navigate', false, false],
    ['discarded', true, true],
    ['discarded', false, true],
  ];
  for (const [start, isUnloading, counts] of table) {
    it(`${counts ? 'count' : 'do not count'} on ${start} ${isUnloading ? 'after the page was left' : 'of a page that was not left'}`, () => {
      open('navigate').keep('room', MARK, isUnloading);
      expect(open(start).find('room')).to.deep.equal(counts ? MARK : null);
    });
  }

  it('are of one room', () => {
    open('navigate').keep('room', MARK, true);
    expect(open('reload').find('other')).to.equal(null);
  });

  it('hold for two minutes, and not from the future', () => {
    open('navigate').keep('room', MARK, true);
    expect(open('reload', NOW + 120_000).find('room')).to.deep.equal(MARK);
    expect(open('reload', NOW + 120_001).find('room')).to.equal(null);
    expect(open('reload', NOW - 1).find('room')).to.equal(null);
  });

  it('are gone when forgotten', () => {
    const store = open('reload');
    store.keep('room', MARK, true);
    expect(store.hasMarks).to.equal(true);
    store.forget('room');
    expect(store.find('room')).to.equal(null);
    expect(store.hasMarks).to.equal(false);
  });

  it('are not looked for on a page that is no reload', () => {
    open('navigate').keep('room', MARK, true);
    expect(open('navigate').hasMarks).to.equal(false);
    expect(open('back-forward').hasMarks).to.equal(true);
  });

  for (const text of [
    '',
    'x',
    'null',
    '[]',
    '{}',
    '{"id":1,"name":"a","joinedAt":1,"at":1}',
    '{"__proto__":{}}',
    '{"id":"a b","name":"a","joinedAt":1,"at":10000000}',
  ]) {
    it(`are not made of ${JSON.stringify(text)}`, () => {
      sessionStorage.setItem('nexrtc.call.room', text);
      expect(open('reload').find('room')).to.equal(null);
    });
  }

  it('never throw where nothing can be kept', () => {
    const refuse = (): never => {
      throw new DOMException('No', 'QuotaExceededError');
    };
    const broken = { getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, length: 1 };
    for (const storage of [broken, null]) {
      const store = createBrowserRestoreStore({ storage, start: 'reload', now: () => NOW });
      store.keep('room', MARK, true);
      store.forget('room');
      expect(store.find('room')).to.equal(null);
      expect(store.hasMarks).to.equal(false);
    }
  });

  it('take this page for one that was opened', () => {
    expect(readPageStart()).to.be.oneOf(['navigate', 'reload']);
  });
});
