import { expect } from '@open-wc/testing';
import { Scope } from '../../../src/base/scope.js';
import { Store } from '../../../src/base/store.js';
import { Emitter } from '../../../src/base/emitter.js';
import { createFakeClock } from '../../support/fake-clock.js';

describe('scope', () => {
  it('releases everything once, the last first', () => {
    const scope = new Scope(createFakeClock());
    const released: string[] = [];
    scope.add(() => released.push('first'));
    const release = scope.add(() => released.push('second'));
    scope.add(() => released.push('third'));
    release();
    release();
    scope.close();
    scope.close();
    expect(released).to.deep.equal(['second', 'third', 'first']);
    expect(scope.size).to.equal(0);
  });

  it('stops timers and listeners when it closes', () => {
    const clock = createFakeClock();
    const scope = new Scope(clock);
    const target = new EventTarget();
    let count = 0;
    scope.listen(target, 'ping', () => (count += 1));
    scope.every(100, () => (count += 1));
    scope.after(100, () => (count += 1));
    target.dispatchEvent(new Event('ping'));
    clock.pass(100);
    expect(count).to.equal(3);
    scope.close();
    target.dispatchEvent(new Event('ping'));
    clock.pass(1_000);
    expect(count).to.equal(3);
    expect(clock.timerCount).to.equal(0);
  });

  it('forgets a timer that has run and a child that has closed', () => {
    const clock = createFakeClock();
    const scope = new Scope(clock);
    scope.after(10, () => undefined);
    scope.child().close();
    clock.pass(10);
    expect(scope.size).to.equal(0);
  });

  it('releases at once what is added after it closed', () => {
    const scope = new Scope(createFakeClock());
    scope.close();
    let isReleased = false;
    scope.add(() => (isReleased = true));
    expect(isReleased).to.equal(true);
  });
});

describe('store', () => {
  it('tells once a microtask, and only when the selected value changed', async () => {
    const store = new Store({ a: 1, b: 1 });
    const seen: number[] = [];
    const stop = store.subscribe(({ a }) => a, (a) => seen.push(a));
    store.update({ a: 2 });
    store.update({ a: 3, b: 2 });
    await Promise.resolve();
    store.update({ b: 3 });
    await Promise.resolve();
    stop();
    store.update({ a: 4 });
    await Promise.resolve();
    expect(seen).to.deep.equal([3]);
    expect(Object.isFrozen(store.state)).to.equal(true);
  });
});

describe('emitter', () => {
  it('tells all listeners even when one throws', () => {
    const emitter = new Emitter<{ ping: number }>();
    const seen: number[] = [];
    const previous = window.onerror;
    window.onerror = (): boolean => true;
    emitter.on('ping', () => {
      throw new Error('listener fault');
    });
    const off = emitter.on('ping', (value) => seen.push(value));
    emitter.emit('ping', 1);
    off();
    emitter.emit('ping', 2);
    window.onerror = previous;
    expect(seen).to.deep.equal([1]);
  });
});
