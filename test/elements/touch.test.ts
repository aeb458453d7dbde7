import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-grid.js';
import type { NexVideoGrid } from '../../elements/video-grid/nex-video-grid.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeVideoStream } from '../support/fake-video-stream.js';

const stream = fakeVideoStream(40);
const people = (count: number) => Array.from({ length: count }, (_, index) => fakeParticipant({ id: `p${index + 1}`, name: `Person ${index + 1}`, camera: 'on', cameraStream: stream }));

async function make(patch: Partial<CallState>, maxTiles = 9, dir = 'ltr'): Promise<{ grid: NexVideoGrid; call: FakeCall }> {
  localStorage.removeItem('nexrtc.self-corner');
  const call = createFakeCall({ status: 'connected', ...patch });
  const holder = await fixture<HTMLElement>(html`<main dir=${dir}><nex-video-grid .call=${call} max-tiles=${maxTiles}></nex-video-grid></main>`);
  holder.style.cssText = 'inline-size: 600px; block-size: 500px';
  const grid = holder.querySelector('nex-video-grid') as NexVideoGrid;
  await waitUntil(() => grid.shadowRoot?.querySelector('[role="status"]'), 'the layouts did not come', { timeout: 8000 });
  await waitUntil(() => tiles(grid).length > 0 && tiles(grid).every((each) => inner(each, '.more')), 'the menus did not come', { timeout: 8000 });
  await settle(grid);
  return { grid, call };
}

async function settle(grid: NexVideoGrid): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await nextFrame();
  await grid.updateComplete;
}

const tiles = (grid: NexVideoGrid): HTMLElement[] => [...(grid.shadowRoot?.querySelectorAll<HTMLElement>('nex-video-tile') ?? [])];
const keys = (grid: NexVideoGrid): string[] => tiles(grid).map((tile) => tile.dataset['key'] ?? '');
const tile = (grid: NexVideoGrid, id: string): HTMLElement => tiles(grid).find((each) => each.dataset['key'] === `${id}:camera`) as HTMLElement;
const inner = (element: HTMLElement, selector: string): HTMLElement | null => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

/** A finger on the innermost element of a tile; capture is the browser's business and refuses invented fingers. */
class Finger {
  #x = 0;
  #y = 0;
  readonly #target: HTMLElement;
  readonly #id: number;

  constructor(host: HTMLElement, id = 1) {
    this.#target = inner(host, '.tile') ?? host;
    this.#id = id;
    for (const element of [host, host.parentElement]) if (element) element.setPointerCapture = () => undefined;
  }

  down(x: number, y: number): this {
    [this.#x, this.#y] = [x, y];
    return this.#send('pointerdown');
  }

  move(dx: number, dy: number): this {
    for (let step = 0; step < 5; step += 1) {
      this.#x += dx / 5;
      this.#y += dy / 5;
      this.#send('pointermove');
    }
    return this;
  }

  up(): this {
    return this.#send('pointerup');
  }

  #send(type: string): this {
    const point = { clientX: this.#x, clientY: this.#y, pointerId: this.#id, isPrimary: this.#id === 1, pointerType: 'touch' };
    this.#target.dispatchEvent(new PointerEvent(type, { ...point, button: 0, bubbles: true, composed: true, cancelable: true }));
    return this;
  }
}

function middle(element: HTMLElement): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

describe('touch', () => {
  it('turns the page by a swipe, and the pages follow the finger', async () => {
    const { grid } = await make({ participants: people(8) }, 4);
    const first = tile(grid, 'p1');
    const start = first.getBoundingClientRect().left;
    const finger = new Finger(first).down(...middle(first)).move(-250, 4);
    await settle(grid);
    expect(first.getBoundingClientRect().left).to.be.closeTo(start - 250, 2);
    expect(keys(grid), 'the next page comes into sight').to.include('p5:camera');
    finger.up();
    await waitUntil(() => keys(grid)[0] === 'p4:camera');
    await settle(grid);
    expect(keys(grid)).to.deep.equal(['p4:camera', 'p5:camera', 'p6:camera', 'p7:camera']);
    expect(grid.shadowRoot?.querySelector('[role="status"]')?.textContent).to.equal('Page 2 of 3');
  });

  it('goes back to the page when the finger did not go far, and past no end', async () => {
    const { grid } = await make({ participants: people(8) }, 4);
    const before = keys(grid);
    new Finger(tile(grid, 'p1')).down(300, 200).move(-30, 0).up();
    await aTimeout(300);
    expect(keys(grid)).to.deep.equal(before);
    new Finger(tile(grid, 'p1')).down(300, 200).move(250, 0).up();
    await aTimeout(300);
    expect(keys(grid)).to.deep.equal(before);
  });

  it('swipes the other way where text runs from right to left', async () => {
    const { grid } = await make({ participants: people(8) }, 4, 'rtl');
    new Finger(tile(grid, 'p1')).down(300, 200).move(250, 0).up();
    await waitUntil(() => keys(grid)[0] === 'p4:camera');
  });

  it('leaves an up and down movement to the page', async () => {
    const { grid } = await make({ participants: people(8) }, 4);
    const before = keys(grid);
    new Finger(tile(grid, 'p1')).down(300, 100).move(10, 200).move(-300, 0).up();
    await aTimeout(300);
    expect(keys(grid)).to.deep.equal(before);
  });

  it('lets the page scroll where nothing is to swipe', async () => {
    const paged = await make({ participants: people(8) }, 4);
    const stage = (grid: NexVideoGrid): HTMLElement => inner(grid, '.stage') as HTMLElement;
    expect(getComputedStyle(stage(paged.grid)).touchAction).to.equal('pan-y');
    paged.call.patch({ participants: people(2) });
    await settle(paged.grid);
    expect(getComputedStyle(stage(paged.grid)).touchAction).to.equal('auto');
    expect(getComputedStyle(inner(tile(paged.grid, 'p1'), '.tile') as HTMLElement).touchAction).to.equal('pan-x pan-y');
  });

  it('carries the floating own picture into the nearest corner', async () => {
    const { grid } = await make({ participants: people(4), selfView: 'floating' });
    const own = tile(grid, 'self');
    expect(getComputedStyle(own).touchAction).to.equal('none');
    const outer = grid.getBoundingClientRect();
    const finger = new Finger(own).down(...middle(own)).move(-400, -350);
    const [x, y] = middle(own);
    expect([x < outer.left + 300, y < outer.top + 250]).to.deep.equal([true, true]);
    finger.up();
    await settle(grid);
    await aTimeout(250);
    const { left, top } = own.getBoundingClientRect();
    expect(left - outer.left).to.be.below(40);
    expect(top - outer.top).to.be.below(40);
  });

  it('zooms by pinch about the middle of the fingers, drags when zoomed, and is whole again', async () => {
    const { grid } = await make({ participants: people(2) });
    const one = tile(grid, 'p1');
    const [x, y] = middle(one);
    const left = new Finger(one, 1).down(x - 20, y);
    const right = new Finger(one, 2).down(x + 20, y);
    left.move(-20, 0);
    right.move(20, 0);
    left.up();
    right.up();
    await settle(grid);
    const zoomed = inner(one, '.tile') as HTMLElement;
    expect(Number(zoomed.style.getPropertyValue('--_zoom'))).to.be.closeTo(2, 0.05);
    expect(zoomed.getAttribute('aria-label')).to.contain('zoomed to 200 %');
    expect(getComputedStyle(zoomed).touchAction).to.equal('none');
    const before = zoomed.style.getPropertyValue('--_pan');
    new Finger(one).down(x, y).move(30, 10).up();
    expect(zoomed.style.getPropertyValue('--_pan')).to.not.equal(before);
    inner(one, '.zoom-reset')?.click();
    await settle(grid);
    expect(zoomed.classList.contains('zoomed')).to.be.false;
    await expect(grid).to.be.accessible();
  });

  it('does not turn the page while a zoomed picture is dragged, nor while two fingers pinch', async () => {
    const { grid } = await make({ participants: people(8) }, 4);
    const before = keys(grid);
    const one = tile(grid, 'p1');
    const [x, y] = middle(one);
    const left = new Finger(one, 1).down(x - 20, y);
    const right = new Finger(one, 2).down(x + 20, y);
    left.move(-150, 0).up();
    right.up();
    await aTimeout(300);
    expect(keys(grid)).to.deep.equal(before);
    new Finger(one).down(x, y).move(-250, 0).up();
    await aTimeout(300);
    expect(keys(grid)).to.deep.equal(before);
  });

  it('zooms by double tap, and back', async () => {
    const { grid } = await make({ participants: people(2) });
    const one = tile(grid, 'p1');
    const isZoomed = (): boolean => inner(one, '.tile')?.classList.contains('zoomed') === true;
    const tap = (): unknown => new Finger(one).down(...middle(one)).up();
    tap();
    tap();
    expect(isZoomed()).to.be.true;
    await aTimeout(400);
    tap();
    tap();
    expect(isZoomed()).to.be.false;
  });

  it('opens the menu by a long press, with a short buzz where the device can', async () => {
    const buzzes: unknown[] = [];
    const vibrate = Object.getOwnPropertyDescriptor(Navigator.prototype, 'vibrate');
    Object.defineProperty(Navigator.prototype, 'vibrate', { configurable: true, value: (pattern: unknown) => buzzes.push(pattern) > 0 });
    const { grid } = await make({ participants: people(2) });
    const one = tile(grid, 'p1');
    const finger = new Finger(one).down(...middle(one));
    await waitUntil(() => inner(one, '.tile-menu')?.matches(':popover-open'), 'no menu', { timeout: 2000 });
    finger.up();
    expect(buzzes).to.have.length(1);
    if (vibrate) Object.defineProperty(Navigator.prototype, 'vibrate', vibrate);
  });

  it('opens no menu for a finger that moves', async () => {
    const { grid } = await make({ participants: people(2) });
    const one = tile(grid, 'p1');
    new Finger(one).down(...middle(one)).move(40, 0);
    await aTimeout(700);
    expect(inner(one, '.tile-menu')).to.be.null;
  });

  it('shows the buttons of a tile for a while after a tap', async () => {
    const { grid } = await make({ participants: people(2) });
    const one = tile(grid, 'p1');
    new Finger(one).down(...middle(one)).up();
    await settle(grid);
    expect(one.matches(':state(revealed)')).to.be.true;
    expect(inner(one, '.tile')?.classList.contains('revealed')).to.be.true;
    await waitUntil(() => !one.matches(':state(revealed)'), 'they stayed', { timeout: 4000 });
  });

  it('never moves the page around it', async () => {
    const { grid, call } = await make({ participants: people(8) }, 4);
    const shifts: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[])
        if (entry.sources.some(({ node }) => node !== null && !(node.getRootNode() instanceof ShadowRoot))) shifts.push(entry.value);
    });
    observer.observe({ type: 'layout-shift' });
    const after = document.createElement('p');
    after.textContent = 'what the page has below';
    grid.parentElement?.after(after);
    await nextFrame();
    const top = after.getBoundingClientRect().top;
    call.patch({ participants: people(12), layout: 'speaker' });
    await settle(grid);
    call.patch({ participants: people(1), hiddenTiles: ['p1'] });
    await settle(grid);
    expect(after.getBoundingClientRect().top).to.equal(top);
    await aTimeout(100);
    observer.disconnect();
    expect(shifts).to.be.empty;
  });
});
