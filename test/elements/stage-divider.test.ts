import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-grid.js';
import type { NexVideoGrid } from '../../elements/video-grid/nex-video-grid.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => fakeParticipant({ id: `p${index + 1}`, name: `Person ${index + 1}` }));

interface Made {
  readonly grid: NexVideoGrid;
  readonly call: FakeCall;
  readonly holder: HTMLElement;
}

async function make(patch: Partial<CallState>, options: { width?: number; height?: number; dir?: string } = {}): Promise<Made> {
  const call = createFakeCall({ status: 'connected', participants: people(4), speakerId: 'p2', ...patch });
  const holder = await fixture<HTMLElement>(html`<main dir=${options.dir ?? 'ltr'}><nex-video-grid .call=${call}></nex-video-grid></main>`);
  holder.style.cssText = `position: relative; inline-size: ${options.width ?? 780}px; block-size: ${options.height ?? 500}px`;
  const grid = holder.querySelector('nex-video-grid') as NexVideoGrid;
  await waitUntil(() => grid.shadowRoot?.querySelector('[role="status"]'), 'the layouts did not come', { timeout: 20_000 });
  await settle(grid);
  return { grid, call, holder };
}

async function settle(grid: NexVideoGrid): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await nextFrame();
  await grid.updateComplete;
  // What glides is at its place at once.
  for (const tile of grid.shadowRoot?.querySelectorAll('nex-video-tile') ?? [])
    for (const animation of tile.getAnimations()) animation.finish();
}

const divider = (grid: NexVideoGrid): HTMLElement => grid.shadowRoot?.querySelector<HTMLElement>('[role="separator"]') as HTMLElement;
const box = (grid: NexVideoGrid, key: string): DOMRect =>
  (grid.shadowRoot?.querySelector(`[data-key="${key}"]`) as HTMLElement).getBoundingClientRect();
const now = (grid: NexVideoGrid): number => Number(divider(grid).getAttribute('aria-valuenow'));
const middle = ({ left, right, top, bottom }: DOMRect): { readonly clientX: number; readonly clientY: number } => ({
  clientX: (left + right) / 2,
  clientY: (top + bottom) / 2,
});

async function press(grid: NexVideoGrid, key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  divider(grid).dispatchEvent(event);
  await settle(grid);
  return event;
}

async function drag(grid: NexVideoGrid, dx: number, dy: number): Promise<void> {
  const target = divider(grid);
  // There is no such pointer, so it cannot be captured.
  target.setPointerCapture = () => undefined;
  const from = middle(target.getBoundingClientRect());
  const send = (type: string, x: number, y: number): void => {
    target.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 7,
        isPrimary: true,
        button: 0,
        bubbles: true,
        composed: true,
        clientX: from.clientX + x,
        clientY: from.clientY + y,
      }),
    );
  };
  send('pointerdown', 0, 0);
  send('pointermove', dx / 2, dy / 2);
  await settle(grid);
  send('pointermove', dx, dy);
  send('pointerup', dx, dy);
  await settle(grid);
}

describe('the border of the large pictures', () => {
  it('is a named separator between the large picture and the strip, and only where there are both', async () => {
    const { grid, call } = await make({ layout: 'speaker' });
    const at = middle(divider(grid).getBoundingClientRect());
    const large = box(grid, 'p2:camera');
    const other = box(grid, 'p1:camera');
    const isBeside = other.left >= large.right;
    expect(divider(grid).getAttribute('aria-orientation')).to.equal(isBeside ? 'vertical' : 'horizontal');
    if (isBeside) expect(at.clientX).to.be.within(large.right - 1, other.left + 1);
    else expect(at.clientY).to.be.within(large.bottom - 1, other.top + 1);
    expect(divider(grid).getAttribute('aria-label')).to.equal('Size of the large picture');
    expect(now(grid)).to.be.within(
      Number(divider(grid).getAttribute('aria-valuemin')),
      Number(divider(grid).getAttribute('aria-valuemax')),
    );
    await expect(grid).to.be.accessible();
    call.patch({ layout: 'grid' });
    await settle(grid);
    expect(divider(grid)).to.be.null;
  });

  it('follows the pointer beside and below, the picture with it, and moves nothing of the page', async () => {
    const { grid, holder } = await make({ layout: 'sidebar' });
    const before = box(grid, 'p2:camera').width;
    const outside = JSON.stringify(holder.getBoundingClientRect());
    await drag(grid, -100, 0);
    expect(box(grid, 'p2:camera').width).to.be.closeTo(before - 100, 3);
    expect(JSON.stringify(holder.getBoundingClientRect())).to.equal(outside);
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);

    const tall = await make({ layout: 'sidebar' }, { width: 390, height: 780 });
    const height = box(tall.grid, 'p2:camera').height;
    expect(divider(tall.grid).getAttribute('aria-orientation')).to.equal('horizontal');
    await drag(tall.grid, 0, -80);
    expect(box(tall.grid, 'p2:camera').height).to.be.closeTo(height - 80, 3);
  });

  it('follows the pointer where text runs from right to left', async () => {
    const { grid } = await make({ layout: 'sidebar' }, { dir: 'rtl' });
    const before = box(grid, 'p2:camera').width;
    expect(box(grid, 'p1:camera').right).to.be.at.most(box(grid, 'p2:camera').left);
    await drag(grid, 90, 0);
    expect(box(grid, 'p2:camera').width).to.be.closeTo(before - 90, 3);
    const share = now(grid);
    await press(grid, 'ArrowLeft');
    expect(now(grid)).to.be.above(share);
  });

  it('moves by arrow keys, Home and End, and Enter gives it back to the layout', async () => {
    const { grid } = await make({ layout: 'sidebar' });
    const first = now(grid);
    const event = await press(grid, 'ArrowLeft');
    expect(event.defaultPrevented).to.be.true;
    expect(now(grid)).to.be.closeTo(first - 5, 1);
    await press(grid, 'ArrowRight');
    expect(now(grid)).to.be.closeTo(first, 1);
    await press(grid, 'Home');
    expect(now(grid)).to.equal(Number(divider(grid).getAttribute('aria-valuemin')));
    await press(grid, 'End');
    expect(now(grid)).to.equal(Number(divider(grid).getAttribute('aria-valuemax')));
    expect(grid.shadowRoot?.querySelector('nex-video-tile.page')?.clientWidth).to.be.above(40);
    await press(grid, 'Enter');
    expect(now(grid)).to.equal(first);
    expect((await press(grid, 'ArrowUp')).defaultPrevented).to.be.false;
  });

  it('stays where it was put when somebody comes and when the layout changes, and is forgotten with the call', async () => {
    const { grid, call } = await make({ layout: 'sidebar' });
    const first = now(grid);
    await press(grid, 'Home');
    const put = now(grid);
    expect(put).to.be.below(first);
    call.patch({ participants: people(5) });
    await settle(grid);
    expect(now(grid)).to.equal(put);
    call.patch({ layout: 'grid' });
    await settle(grid);
    call.patch({ layout: 'sidebar' });
    await settle(grid);
    expect(now(grid)).to.equal(put);
    grid.call = createFakeCall({ status: 'connected', participants: people(4), speakerId: 'p2', layout: 'sidebar' });
    await settle(grid);
    expect(now(grid)).to.equal(first);
  });
});
