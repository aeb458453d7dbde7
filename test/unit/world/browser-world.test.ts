import { expect } from '@open-wc/testing';
import { createBrowserWorld } from '../../../src/world/browser-world.js';
import type { World, WorldEvents } from '../../../src/world/world-port.js';
import { settle } from '../../support/call-harness.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';
import { FakeWindow } from './fake-window.js';

describe('the world around a call', () => {
  let window: FakeWindow;
  let clock: FakeClock;
  let world: World;
  let told: unknown[];

  function open(): void {
    world = createBrowserWorld({ clock, window });
    for (const type of ['network-changed', 'page', 'power'] as const) world.on(type, (event) => told.push(event));
  }

  beforeEach(() => {
    window = new FakeWindow();
    clock = createFakeClock();
    told = [];
  });
  afterEach(() => {
    world.close();
  });

  it('tells offline and online', () => {
    open();
    window.navigator.onLine = false;
    window.dispatchEvent(new Event('offline'));
    expect(world.isOnline).to.equal(false);
    window.navigator.onLine = true;
    window.dispatchEvent(new Event('online'));
    expect(told).to.deep.equal([{ isOnline: false }, { isOnline: true }]);
  });

  it('tells another kind of network, and not every new estimate of its speed', () => {
    window.connection.type = 'wifi';
    open();
    window.connection.dispatchEvent(new Event('change'));
    expect(told).to.deep.equal([]);
    window.connection.type = 'cellular';
    window.connection.dispatchEvent(new Event('change'));
    expect(told).to.deep.equal([{ power: { isBatteryLow: false, isDataSaver: false, isCellular: true } }, { isOnline: true }]);
    expect(world.power.isCellular).to.equal(true);
  });

  it('tells what becomes of the page', () => {
    open();
    window.setVisible(false);
    expect(world.isHidden).to.equal(true);
    window.document.dispatchEvent(new Event('freeze'));
    window.document.dispatchEvent(new Event('resume'));
    window.setVisible(true);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const changes = ['hidden', 'frozen', 'resumed', 'visible', 'unloading', 'restored'];
    expect(told).to.deep.equal(changes.map((change) => ({ change })));
  });

  it('does not take the first showing of a page for a return', () => {
    open();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(told).to.deep.equal([]);
  });

  for (const [level, charging, isLow] of [
    [0.21, false, false],
    [0.2, false, true],
    [0.2, true, false],
    [0.05, false, true],
  ] as const) {
    it(`takes ${level * 100} % ${charging ? 'while charging' : 'unplugged'} for ${isLow ? 'low' : 'well'}`, async () => {
      window.battery.level = level;
      window.battery.charging = charging;
      open();
      await settle();
      expect(world.power.isBatteryLow).to.equal(isLow);
    });
  }

  it('follows the battery, and tells only what changed', async () => {
    open();
    await settle();
    window.battery.level = 0.5;
    window.battery.dispatchEvent(new Event('levelchange'));
    expect(told).to.deep.equal([]);
    window.battery.level = 0.1;
    window.battery.dispatchEvent(new Event('levelchange'));
    window.battery.dispatchEvent(new Event('levelchange'));
    window.battery.charging = true;
    window.battery.dispatchEvent(new Event('chargingchange'));
    expect(told).to.deep.equal([true, false].map((isBatteryLow) => ({ power: { isBatteryLow, isDataSaver: false, isCellular: false } })));
  });

  it('knows that the visitor saves data', () => {
    window.connection.saveData = true;
    open();
    expect(world.power.isDataSaver).to.equal(true);
  });

  it('notices sleep by a tick that comes far too late, and not a busy page', () => {
    open();
    const gaps: number[] = [];
    world.on('woke', ({ gapMs }) => gaps.push(gapMs));
    clock.pass(5000);
    clock.sleep(2000);
    clock.pass(1000);
    expect(gaps).to.deep.equal([]);
    clock.sleep(30_000);
    clock.pass(1);
    expect(gaps).to.have.length(1);
    expect(gaps[0]).to.be.within(29_000, 31_100);
    clock.pass(5000);
    expect(gaps).to.have.length(1);
  });

  it('ticks only while somebody listens for sleep', () => {
    open();
    expect(clock.timerCount).to.equal(0);
    const offs = [world.on('woke', () => undefined), world.on('woke', () => undefined)];
    expect(clock.timerCount).to.equal(1);
    offs[0]!();
    offs[0]!();
    expect(clock.timerCount).to.equal(1);
    offs[1]!();
    expect(clock.timerCount).to.equal(0);
    // What passed while nobody listened is nobody's sleep.
    const gaps: number[] = [];
    clock.pass(60_000);
    world.on('woke', ({ gapMs }) => gaps.push(gapMs));
    clock.pass(3000);
    expect(gaps).to.deep.equal([]);
  });

  it('is handheld with a finger for a pointer, or as a tablet of iOS with a trackpad', () => {
    open();
    expect(world.isHandheld).to.equal(false);
    window.isCoarse = true;
    expect(createBrowserWorld({ clock, window }).isHandheld).to.equal(true);
    window.isCoarse = false;
    window.navigator.standalone = false;
    expect(createBrowserWorld({ clock, window }).isHandheld).to.equal(false);
    window.navigator.maxTouchPoints = 5;
    expect(createBrowserWorld({ clock, window }).isHandheld).to.equal(true);
  });

  it('says that all is well where a browser tells nothing, and where there is none', async () => {
    const bare = Object.assign(new EventTarget(), { document: new EventTarget(), navigator: {} });
    for (const nothing of [bare, null]) {
      world = createBrowserWorld({ clock, window: nothing });
      await settle();
      const { isOnline, isHidden, isHandheld, power } = world;
      expect({ isOnline, isHidden, isHandheld, power }).to.deep.equal({
        isOnline: true,
        isHidden: false,
        isHandheld: false,
        power: { isBatteryLow: false, isDataSaver: false, isCellular: false },
      });
    }
  });

  it('lives with a battery it may not ask about', async () => {
    window.navigator.getBattery = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
    open();
    await settle();
    expect(world.power.isBatteryLow).to.equal(false);
  });

  it('hears nothing after it is closed', async () => {
    open();
    await settle();
    const heard: (keyof WorldEvents)[] = [];
    world.on('woke', () => heard.push('woke'));
    world.close();
    world.on('page', () => heard.push('page'));
    window.setVisible(false);
    window.dispatchEvent(new Event('online'));
    window.battery.level = 0.1;
    window.battery.dispatchEvent(new Event('levelchange'));
    clock.sleep(10_000);
    clock.pass(10_000);
    expect([told, heard]).to.deep.equal([[], []]);
    expect(clock.timerCount).to.equal(0);
  });

  it('works in a real browser', async () => {
    world = createBrowserWorld({ clock, window: globalThis.window });
    await settle();
    expect(world.isOnline).to.equal(navigator.onLine);
    expect(world.isHandheld).to.equal(matchMedia('(pointer: coarse)').matches);
    expect(world.power.isBatteryLow).to.equal(false);
  });
});
