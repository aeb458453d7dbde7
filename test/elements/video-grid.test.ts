import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-grid.js';
import type { NexVideoGrid } from '../../elements/video-grid/nex-video-grid.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';
import { fakeVideoStream } from '../support/fake-video-stream.js';

const person = (id: string) => fakeParticipant({ id, name: `Person ${id}` });

async function makeGrid(ids: readonly string[], options: { width?: number; height?: number; maxTiles?: number; dir?: string } = {}): Promise<{ grid: NexVideoGrid; call: FakeCall }> {
  const call = createFakeCall({ status: 'connected', participants: ids.map(person) });
  const holder = await fixture<HTMLElement>(html`<main dir=${options.dir ?? 'ltr'}><nex-video-grid .call=${call} max-tiles=${options.maxTiles ?? 9}></nex-video-grid></main>`);
  holder.style.setProperty('inline-size', `${options.width ?? 800}px`);
  holder.style.setProperty('block-size', `${options.height ?? 500}px`);
  const grid = holder.querySelector('nex-video-grid') as NexVideoGrid;
  await waitUntil(() => grid.shadowRoot?.querySelector('[role="status"]'), 'the layouts did not come', { timeout: 8000 });
  await settle(grid);
  return { grid, call };
}

async function settle(grid: NexVideoGrid): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await nextFrame();
  await grid.updateComplete;
}

function tiles(grid: NexVideoGrid): HTMLElement[] {
  return [...(grid.shadowRoot?.querySelectorAll<HTMLElement>('nex-video-tile') ?? [])];
}

const keys = (grid: NexVideoGrid): string[] => tiles(grid).map((tile) => tile.dataset['key'] ?? '');
const tile = (grid: NexVideoGrid, key: string): HTMLElement | undefined => tiles(grid).find((each) => each.dataset['key'] === key);
const pagerButton = (grid: NexVideoGrid, name: 'previous' | 'next'): HTMLButtonElement => grid.shadowRoot?.querySelector(`.${name}`) as HTMLButtonElement;

describe('<nex-video-grid>', () => {
  it('shows the empty slot and the own picture while alone', async () => {
    const { grid, call } = await makeGrid([]);
    expect(grid.shadowRoot?.querySelector('slot[name="empty"]')).to.exist;
    expect(keys(grid)).to.deep.equal(['self:camera']);
    await expect(grid).to.be.accessible();
    call.patch({ participants: [person('a')] });
    await settle(grid);
    expect(grid.shadowRoot?.querySelector('slot[name="empty"]')).to.not.exist;
  });

  it('lets the one other fill the box and floats the own picture in its corner', async () => {
    const { grid } = await makeGrid(['a']);
    const other = tile(grid, 'a:camera')?.getBoundingClientRect();
    const own = tile(grid, 'self:camera')?.getBoundingClientRect();
    expect(other?.width).to.be.above(750);
    expect(own?.width).to.be.below(260);
    expect((other?.right ?? 0) - (own?.right ?? 0)).to.be.within(0, 24);
    await expect(grid).to.be.accessible();
  });

  it('keeps the node of every tile when people come, go, are pinned and share', async () => {
    const { grid, call } = await makeGrid(['a', 'b', 'c']);
    const before = new Map(tiles(grid).map((each) => [each.dataset['key'], each]));
    let moves = 0;
    const observer = new MutationObserver((records) => {
      for (const { removedNodes } of records) moves += [...removedNodes].filter((node) => [...before.values()].includes(node as HTMLElement)).length;
    });
    observer.observe(grid.shadowRoot?.querySelector('.stage') as Node, { childList: true });
    call.patch({ pinned: ['c'] });
    await settle(grid);
    call.patch({ pinned: [], participants: [fakeParticipant({ id: 'a', screen: 'on', screenStream: fakeVideoStream(1) }), person('b'), person('c'), person('d')] });
    await settle(grid);
    expect(keys(grid)).to.deep.equal(['self:camera', 'a:camera', 'a:screen', 'b:camera', 'c:camera', 'd:camera']);
    for (const [key, node] of before) expect(tile(grid, key ?? '')).to.equal(node);
    expect(moves).to.equal(0);
    observer.disconnect();
  });

  it('lays out again when its box changes', async () => {
    const { grid } = await makeGrid(['a', 'b', 'c'], { width: 1000, height: 240 });
    const tops = (): number => new Set(tiles(grid).map((each) => each.getBoundingClientRect().top)).size;
    expect(tops()).to.equal(1);
    grid.parentElement?.style.setProperty('inline-size', '330px');
    grid.parentElement?.style.setProperty('block-size', '1000px');
    await settle(grid);
    expect(tops()).to.be.above(1);
    for (const each of tiles(grid)) expect(each.getBoundingClientRect().right).to.be.at.most(grid.getBoundingClientRect().right);
  });

  it('shows one tile and the thumbnail in 240×180', async () => {
    const { grid } = await makeGrid(['a', 'b', 'c', 'd'], { width: 240, height: 180 });
    expect(keys(grid)).to.have.length(2);
    expect(keys(grid)).to.include('self:camera');
  });

  it('shows several side by side in a low and wide strip, and turns pages there', async () => {
    const { grid, call } = await makeGrid(['a', 'b', 'c', 'd'], { width: 1200, height: 160, maxTiles: 4 });
    expect(keys(grid)).to.have.length(4);
    const boxes = tiles(grid).map((each) => each.getBoundingClientRect());
    expect(new Set(boxes.map(({ top }) => top)).size).to.equal(1);
    for (const { width, height } of boxes) expect([width >= 112, height >= 63]).to.deep.equal([true, true]);
    pagerButton(grid, 'next').click();
    await settle(grid);
    expect(keys(grid)).to.deep.equal(['d:camera']);
    call.patch({ participants: [person('a')] });
    await settle(grid);
    await aTimeout(250);
    const pair = tiles(grid).map((each) => each.getBoundingClientRect());
    expect(pair.map(({ width }) => width)).to.deep.equal([pair[0]!.width, pair[0]!.width]);
    expect(pair[0]!.right).to.be.at.most(pair[1]!.left);
  });

  it('turns pages by named buttons', async () => {
    const { grid } = await makeGrid(['a', 'b', 'c', 'd'], { maxTiles: 2 });
    expect(keys(grid)).to.deep.equal(['self:camera', 'a:camera']);
    expect(pagerButton(grid, 'next').getAttribute('aria-label')).to.equal('Next page');
    expect(pagerButton(grid, 'previous').getAttribute('aria-disabled')).to.equal('true');
    pagerButton(grid, 'next').click();
    await settle(grid);
    expect(keys(grid)).to.deep.equal(['b:camera', 'c:camera']);
    expect(grid.shadowRoot?.querySelector('[role="status"]')?.textContent).to.equal('Page 2 of 3');
    await expect(grid).to.be.accessible();
  });

  it('glides by transforms when tiles move, and not when only the box changes', async () => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const { grid, call } = await makeGrid(['a', 'b']);
    await aTimeout(250);
    call.patch({ participants: [person('a'), person('b'), person('c'), person('d')] });
    await waitUntil(() => tiles(grid).length === 5);
    const animations = tiles(grid).flatMap((each) => each.getAnimations());
    expect(animations.length).to.be.above(0);
    const animated = animations.flatMap((each) => (each.effect as KeyframeEffect).getKeyframes().flatMap((frame) => Object.keys(frame)));
    for (const name of ['left', 'top', 'width', 'height', 'inlineSize']) expect(animated).to.not.include(name);
    await aTimeout(250);
    grid.parentElement?.style.setProperty('inline-size', '600px');
    await settle(grid);
    expect(tiles(grid).flatMap((each) => each.getAnimations())).to.be.empty;
  });

  it('starts at the right where text runs from right to left', async () => {
    const { grid } = await makeGrid(['a', 'b', 'c'], { dir: 'rtl', width: 1200, height: 240 });
    const [first, second] = tiles(grid);
    expect(first?.getBoundingClientRect().left).to.be.above(second?.getBoundingClientRect().left ?? Infinity);
  });

  it('hands the focus to another tile when the focused one leaves', async () => {
    const { grid, call } = await makeGrid(['a', 'b']);
    tile(grid, 'b:camera')?.focus();
    expect((grid.shadowRoot?.activeElement as HTMLElement).dataset['key']).to.equal('b:camera');
    call.patch({ participants: [person('a')] });
    await settle(grid);
    expect(grid.shadowRoot?.activeElement?.localName).to.equal('nex-video-tile');
  });

  it('never asks for another update while it updates', async () => {
    // Where Lit's development build keeps what it warned of.
    const warnings = (globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings;
    if (!warnings) throw new Error('this is not a development build of Lit');
    for (const warning of warnings) if (warning.includes('change-in-update')) warnings.delete(warning);
    await makeGrid(['a', 'b']);
    expect([...warnings].filter((warning) => warning.includes('change-in-update'))).to.deep.equal([]);
  });
});
