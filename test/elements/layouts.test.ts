import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../../elements/nex-video-grid.js';
import type { NexVideoGrid } from '../../elements/video-grid/nex-video-grid.js';
import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../support/fake-call.js';
import { fakeParticipant } from '../support/fake-participant.js';

const person = (id: string, speaking = false) => fakeParticipant({ id, name: `Person ${id}`, speaking });
const people = (count: number, speaking = ''): ReturnType<typeof person>[] => Array.from({ length: count }, (_, index) => person(`p${index + 1}`, `p${index + 1}` === speaking));

interface Made {
  readonly grid: NexVideoGrid;
  readonly call: FakeCall;
  readonly holder: HTMLElement;
}

async function make(patch: Partial<CallState>, options: { width?: number; height?: number; maxTiles?: number; dir?: string } = {}): Promise<Made> {
  const call = createFakeCall({ status: 'connected', ...patch });
  const holder = await fixture<HTMLElement>(html`<main dir=${options.dir ?? 'ltr'}><nex-video-grid .call=${call} max-tiles=${options.maxTiles ?? 9}></nex-video-grid></main>`);
  holder.style.cssText = `position: relative; inline-size: ${options.width ?? 800}px; block-size: ${options.height ?? 500}px`;
  const grid = holder.querySelector('nex-video-grid') as NexVideoGrid;
  await waitUntil(() => part(grid, '[role="status"]'), 'the layouts did not come', { timeout: 8000 });
  await settle(grid);
  return { grid, call, holder };
}

async function settle(grid: NexVideoGrid): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1) await nextFrame();
  await grid.updateComplete;
}

const part = <Kind extends HTMLElement = HTMLElement>(grid: NexVideoGrid, selector: string): Kind | null => grid.shadowRoot?.querySelector<Kind>(selector) ?? null;
const tiles = (grid: NexVideoGrid): HTMLElement[] => [...(grid.shadowRoot?.querySelectorAll<HTMLElement>('nex-video-tile') ?? [])];
const keys = (grid: NexVideoGrid): string[] => tiles(grid).map((tile) => tile.dataset['key'] ?? '');
const tile = (grid: NexVideoGrid, key: string): HTMLElement => tiles(grid).find((each) => each.dataset['key'] === key) as HTMLElement;
const box = (grid: NexVideoGrid, key: string): DOMRect => tile(grid, key).getBoundingClientRect();
const places = (grid: NexVideoGrid): Map<string, string> => new Map(keys(grid).map((key) => [key, JSON.stringify(box(grid, key))]));
const press = (grid: NexVideoGrid, key: string): void => {
  const inner = grid.shadowRoot?.activeElement;
  const target = inner?.shadowRoot?.activeElement ?? inner ?? grid;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
};
const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

describe('layouts of <nex-video-grid>', () => {
  beforeEach(() => {
    localStorage.removeItem('nexrtc.self-corner');
  });

  it('makes the speaker large in the speaker layout, and swaps seats with the next one: nobody else moves', async () => {
    const { grid, call } = await make({ participants: people(4), layout: 'speaker', speakerId: 'p2' });
    expect(box(grid, 'p2:camera').width).to.be.above(400);
    await expect(grid).to.be.accessible();
    await aTimeout(200);
    const before = places(grid);
    call.patch({ speakerId: 'p4' });
    await settle(grid);
    await aTimeout(250);
    const after = places(grid);
    expect(after.get('p4:camera')).to.equal(before.get('p2:camera'));
    expect(after.get('p2:camera')).to.equal(before.get('p4:camera'));
    for (const key of ['self:camera', 'p1:camera', 'p3:camera']) expect(after.get(key), key).to.equal(before.get(key));
  });

  it('makes who is pinned or in the spotlight large without being asked for a layout, pins first', async () => {
    const { grid, call } = await make({ participants: people(4), spotlightId: 'p3' });
    expect(box(grid, 'p3:camera').width).to.be.above(400);
    call.patch({ pinned: ['p1', 'p2'] });
    await settle(grid);
    await aTimeout(250);
    expect(box(grid, 'p1:camera').width).to.equal(box(grid, 'p2:camera').width);
    expect(box(grid, 'p3:camera').width).to.be.below(box(grid, 'p1:camera').width);
    await expect(grid).to.be.accessible();
  });

  it('lays out nothing when another one speaks in the grid', async () => {
    const { grid, call } = await make({ participants: people(8) });
    let updates = 0;
    const original = grid.requestUpdate.bind(grid);
    grid.requestUpdate = (...args: Parameters<typeof original>) => {
      updates += 1;
      original(...args);
    };
    for (const id of ['p1', 'p5', 'p3']) {
      call.patch({ participants: people(8, id), speakerId: id });
      await settle(grid);
    }
    expect(updates).to.equal(0);
  });

  it('brings who speaks for 1.5 s from another page to the seat of who was silent longest, and moves nobody else', async () => {
    const { grid, call } = await make({ participants: people(8) }, { maxTiles: 4 });
    expect(keys(grid)).to.deep.equal(['self:camera', 'p1:camera', 'p2:camera', 'p3:camera']);
    // The third one spoke a moment ago.
    call.patch({ participants: people(8, 'p3'), speakerId: 'p3' });
    await aTimeout(60);
    const before = places(grid);
    call.patch({ participants: people(8, 'p7'), speakerId: 'p7' });
    await aTimeout(800);
    expect(keys(grid), 'too soon').to.not.include('p7:camera');
    await waitUntil(() => keys(grid).includes('p7:camera'), 'never came', { timeout: 2500 });
    await aTimeout(250);
    const after = places(grid);
    expect(after.get('p7:camera')).to.equal(before.get('p2:camera'));
    for (const key of ['self:camera', 'p1:camera', 'p3:camera']) expect(after.get(key), key).to.equal(before.get(key));
  });

  it('moves nobody for a word that is over at once, nor for who is in sight', async () => {
    const { grid, call } = await make({ participants: people(8) }, { maxTiles: 4 });
    const before = keys(grid);
    call.patch({ participants: people(8, 'p7'), speakerId: 'p7' });
    await aTimeout(500);
    call.patch({ participants: people(8, 'p1'), speakerId: 'p1' });
    await aTimeout(1800);
    expect(keys(grid)).to.deep.equal(before);
  });

  it('fills the seat of one who leaves with one from the next page', async () => {
    const { grid, call } = await make({ participants: people(8) }, { maxTiles: 4 });
    await aTimeout(200);
    const before = places(grid);
    call.patch({ participants: people(8).filter(({ id }) => id !== 'p1') });
    await settle(grid);
    await aTimeout(250);
    const after = places(grid);
    expect(after.get('p4:camera')).to.equal(before.get('p1:camera'));
    expect(after.get('p2:camera')).to.equal(before.get('p2:camera'));
  });

  it('does not show hidden tiles, says how many, and shows them again', async () => {
    const { grid, call } = await make({ participants: people(4), hiddenTiles: ['p2', 'p4', 'long-gone'] });
    expect(keys(grid)).to.deep.equal(['self:camera', 'p1:camera', 'p3:camera']);
    expect(part(grid, '.what')?.textContent).to.equal('2 people hidden');
    await expect(grid).to.be.accessible();
    const button = part<HTMLButtonElement>(grid, '.show');
    expect(button?.getAttribute('aria-label')).to.contain('Show');
    button?.click();
    expect(call.calls.filter(({ intent }) => intent === 'hideTile').map(({ args }) => args)).to.deep.equal([['p2', false], ['p4', false]]);
    button?.focus();
    call.patch({ hiddenTiles: [] });
    await settle(grid);
    expect(part(grid, '.note')).to.be.null;
    expect(grid.shadowRoot?.activeElement, 'the focus is not lost with the note').to.exist;
  });

  it('says that the own picture is hidden, and offers it again', async () => {
    const { grid, call } = await make({ participants: people(3), selfView: 'hidden' });
    expect(keys(grid)).to.not.include('self:camera');
    await expect(grid).to.be.accessible();
    part<HTMLButtonElement>(grid, '.show')?.click();
    expect(call.calls).to.deep.include({ intent: 'setSelfView', args: ['tile'] });
  });

  it('moves the floating own picture by its button and by arrow keys, says where it is, and remembers its corner', async () => {
    const first = await make({ participants: people(4), selfView: 'floating' });
    const middle = (grid: NexVideoGrid): { isLeft: boolean; isTop: boolean } => {
      const outer = grid.getBoundingClientRect();
      const own = box(grid, 'self:camera');
      return { isLeft: own.left + own.width / 2 < outer.left + outer.width / 2, isTop: own.top + own.height / 2 < outer.top + outer.height / 2 };
    };
    expect(middle(first.grid)).to.deep.equal({ isLeft: false, isTop: false });
    const move = part<HTMLButtonElement>(first.grid, '.move');
    expect(move?.getAttribute('aria-label')).to.contain('bottom right');
    await expect(first.grid).to.be.accessible();
    move?.click();
    await settle(first.grid);
    await aTimeout(200);
    expect(middle(first.grid)).to.deep.equal({ isLeft: true, isTop: false });
    expect(part(first.grid, '[role="status"]')?.textContent).to.equal('Your picture is at the bottom left');
    tile(first.grid, 'self:camera').focus();
    press(first.grid, 'ArrowUp');
    await settle(first.grid);
    await aTimeout(200);
    expect(middle(first.grid)).to.deep.equal({ isLeft: true, isTop: true });
    first.grid.remove();
    const second = await make({ participants: people(4), selfView: 'floating' });
    expect(middle(second.grid)).to.deep.equal({ isLeft: true, isTop: true });
  });

  it('keeps the floating own picture off a toolbar that floats over the grid', async () => {
    const { grid, holder, call } = await make({ participants: people(4) });
    const toolbar = document.createElement('nex-controls');
    toolbar.style.cssText = 'position: absolute; display: block; inset: auto 0 0 0; block-size: 70px';
    holder.append(toolbar);
    call.patch({ selfView: 'floating' });
    await settle(grid);
    expect(box(grid, 'self:camera').bottom).to.be.at.most(toolbar.getBoundingClientRect().top);
  });

  it('moves the floating own picture out from under a sheet that comes over the grid in the same shadow root', async () => {
    const call = createFakeCall({ status: 'connected', participants: people(4), selfView: 'floating' });
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const holder = document.createElement('div');
    holder.style.cssText = 'position: relative; inline-size: 390px; block-size: 700px';
    const grid = document.createElement('nex-video-grid');
    grid.call = call;
    holder.append(grid);
    root.append(holder);
    await waitUntil(() => part(grid, '.move'), 'the layouts did not come', { timeout: 8000 });
    await settle(grid);
    const sheet = document.createElement('section');
    sheet.setAttribute('part', 'panel');
    sheet.style.cssText = 'position: absolute; inset: auto 0 0 0; block-size: 300px';
    holder.append(sheet);
    await settle(grid);
    await aTimeout(250);
    expect(box(grid, 'self:camera').bottom).to.be.at.most(sheet.getBoundingClientRect().top);
  });

  it('goes from tile to tile by arrow keys, and past the edge to the next page', async () => {
    const { grid } = await make({ participants: people(8) }, { maxTiles: 4 });
    const focused = (): string => (grid.shadowRoot?.activeElement as HTMLElement | null)?.dataset['key'] ?? '';
    tiles(grid)[0]?.focus();
    press(grid, 'ArrowRight');
    expect(focused()).to.equal('p1:camera');
    press(grid, 'ArrowDown');
    expect(focused()).to.equal('p3:camera');
    press(grid, 'ArrowRight');
    await settle(grid);
    expect(keys(grid)[0]).to.equal('p4:camera');
    expect(part(grid, '[role="status"]')?.textContent).to.equal('Page 2 of 3');
    expect(focused(), 'the focus stays on a tile').to.not.equal('');
    press(grid, 'PageUp');
    await settle(grid);
    expect(keys(grid)[0]).to.equal('self:camera');
  });

  it('goes to the left for the next tile where text runs from right to left', async () => {
    const { grid } = await make({ participants: people(3) }, { dir: 'rtl' });
    tiles(grid)[0]?.focus();
    press(grid, 'ArrowLeft');
    expect((grid.shadowRoot?.activeElement as HTMLElement).dataset['key']).to.equal('p1:camera');
    await expect(grid).to.be.accessible();
  });

  it('turns pages by arrow keys on its buttons', async () => {
    const { grid } = await make({ participants: people(8) }, { maxTiles: 4 });
    part(grid, '.next')?.focus();
    press(grid, 'ArrowRight');
    await settle(grid);
    expect(keys(grid)[0]).to.equal('p4:camera');
  });

  it('hands the focus of a tile that leaves to its neighbour', async () => {
    const { grid, call } = await make({ participants: people(5) });
    tile(grid, 'p2:camera').focus();
    call.patch({ participants: people(5).filter(({ id }) => id !== 'p2') });
    await settle(grid);
    expect((grid.shadowRoot?.activeElement as HTMLElement).dataset['key']).to.equal('p3:camera');
  });

  it('does not glide where less motion is wanted, and glides otherwise', async () => {
    const { grid, call } = await make({ participants: people(4) });
    await aTimeout(250);
    call.patch({ layout: 'speaker', speakerId: 'p1' });
    await nextFrame();
    await grid.updateComplete;
    expect(tiles(grid).flatMap((each) => each.getAnimations()).length > 0).to.equal(!calm());
  });

  for (const layout of ['auto', 'grid', 'speaker', 'sidebar'] as const)
    for (const [width, height] of [[240, 180], [390, 700], [844, 390], [1200, 150]] as const)
      it(`is accessible in the ${layout} layout at ${width}×${height}, with pages`, async () => {
        const { grid } = await make({ participants: people(12), layout, speakerId: 'p2', selfView: 'floating' }, { width, height });
        await expect(grid).to.be.accessible();
        const outer = grid.getBoundingClientRect();
        for (const each of tiles(grid)) {
          const { left, right, top, bottom } = each.getBoundingClientRect();
          expect(left >= outer.left - 1 && right <= outer.right + 1 && top >= outer.top - 1 && bottom <= outer.bottom + 1).to.be.true;
        }
        for (const button of grid.shadowRoot?.querySelectorAll('button') ?? []) {
          const { width: wide, height: high } = button.getBoundingClientRect();
          if (wide > 0) expect(Math.min(wide, high), button.className).to.be.at.least(24);
        }
      });
});
