import { expect, waitUntil } from '@open-wc/testing';
import { createElement as h, StrictMode, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { CallProvider, NexCall, NexVideoGrid, NexVideoTile, useCall, useParticipants } from '../../../frameworks/react/index.js';
import type { NexCall as NexCallElement } from '../../../elements/call/nex-call.js';
import { createFakeCall } from '../../support/fake-call.js';
import { fakeParticipant } from '../../support/fake-participant.js';

const PATIENCE = { timeout: 20_000 };

describe('React wrappers', () => {
  let box: HTMLElement;
  let root: Root;
  const show = (node: ReactNode): void => {
    flushSync(() => {
      root.render(h(StrictMode, null, node));
    });
  };
  const tag = (): NexCallElement => box.querySelector('nex-call')!;
  const upgraded = (): Promise<void> => waitUntil(() => tag().hasUpdated, 'the element is registered and shown', PATIENCE);

  // What the wrappers load when they are shown: here it takes many requests, one for each source file.
  before(async function () {
    this.timeout(120_000);
    await import('../../../elements/all.js');
  });
  beforeEach(() => {
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
  });
  afterEach(() => {
    root.unmount();
    box.remove();
  });

  it('registers the tag, sets its properties and keeps what React knows', async () => {
    show(h(NexCall, { room: 'garden', maxTiles: 4, muted: true, className: 'wide', style: { height: 300 }, id: 'c' }));
    await upgraded();
    const { room, maxTiles, muted, className, id } = tag();
    expect({ room, maxTiles, muted, className, id }).to.deep.equal({
      room: 'garden',
      maxTiles: 4,
      muted: true,
      className: 'wide',
      id: 'c',
    });
    expect(tag().style.height).to.equal('300px');
    expect(tag().call!.state.room).to.equal('garden');
  });

  it('makes one call of all properties, in StrictMode and through further renders', async () => {
    const iceServers = [{ urls: 'stun:127.0.0.1:1' }];
    show(h(NexCall, { room: 'garden', iceServers }));
    await upgraded();
    const { call } = tag();
    expect(call!.state.options.iceServers.map(({ urls }) => urls)).to.deep.equal([['stun:127.0.0.1:1']]);
    show(h(NexCall, { room: 'garden', iceServers, name: 'Ana' }));
    await waitUntil(() => tag().call!.state.self.name === 'Ana', 'the name is taken over', PATIENCE);
    expect(tag().call).to.equal(call);
  });

  it('puts back what is no longer given', async () => {
    show(h(NexCall, { room: 'garden', maxTiles: 4, theme: 'dark', noVideo: true, hide: 'chat' }));
    await upgraded();
    show(h(NexCall, { room: 'garden' }));
    const { maxTiles, theme, noVideo, hide } = tag();
    expect({ maxTiles, theme, noVideo, hide }).to.deep.equal({ maxTiles: 9, theme: 'auto', noVideo: false, hide: '' });
  });

  it('calls the latest handler of an event once, and none when it is gone', async () => {
    const call = createFakeCall({ status: 'connected' });
    const heard: string[] = [];
    const withHandler = (mark: string): ReactNode =>
      h(NexCall, { call, onCallLeft: ({ detail }) => heard.push(`${mark} ${detail.reason}`) });
    show(withHandler('first'));
    await upgraded();
    call.emit('call-left', { reason: 'left' });
    show(withHandler('second'));
    call.emit('call-left', { reason: 'ended' });
    show(h(NexCall, { call }));
    call.emit('call-left', { reason: 'denied' });
    expect(heard).to.deep.equal(['first left', 'second ended']);
  });

  it('lets a handler prevent what is cancelable', async () => {
    const call = createFakeCall({ status: 'lobby' });
    show(
      h(NexCall, {
        call,
        onBeforeJoin: (event) => {
          event.preventDefault();
        },
      }),
    );
    await upgraded();
    const error = await tag()
      .join()
      .catch((cause: unknown) => cause);
    expect(error).to.have.property('code', 'call/aborted');
    expect(call.calls).to.deep.equal([]);
  });

  it('gives its element by ref, of either kind, and takes it back', async () => {
    const object: { current: NexCallElement | null } = { current: null };
    const given: (NexCallElement | null)[] = [];
    show(h(NexCall, { ref: object, room: 'a' }));
    expect(object.current).to.equal(tag());
    show(h('p'));
    expect(object.current).to.equal(null);
    show(
      h(NexCall, {
        ref: (element: NexCallElement | null) => {
          given.push(element);
        },
      }),
    );
    expect(given.at(-1)).to.equal(tag());
    show(null);
    expect(given.at(-1)).to.equal(null);
  });

  it('gives its call to hooks inside, and its successor when the room changes', async () => {
    const seen = new Set<string | undefined>();
    function Inside(): ReactNode {
      const call = useCall();
      seen.add(call?.state.room);
      return h('output', null, call?.state.room ?? 'none');
    }
    show(h(NexCall, { room: 'one' }, h(Inside)));
    await waitUntil(() => box.querySelector('output')!.textContent === 'one', 'the first call', PATIENCE);
    show(h(NexCall, { room: 'two' }, h(Inside)));
    await waitUntil(() => box.querySelector('output')!.textContent === 'two', 'the second call', PATIENCE);
    expect([...seen].filter((room) => room !== undefined)).to.deep.equal(['one', 'two']);
  });

  it('wraps the parts for a layout of one’s own', async () => {
    const ben = fakeParticipant({ id: 'ben', name: 'Ben' });
    const call = createFakeCall({ status: 'connected', participants: [ben] });
    function Names(): ReactNode {
      return h(
        'output',
        null,
        useParticipants()
          .map(({ name }) => name)
          .join(),
      );
    }
    show(h(CallProvider, { call }, h(NexVideoGrid, { call }), h(NexVideoTile, { call, participantId: 'ben' }), h(Names)));
    const tile = box.querySelector('nex-video-tile')!;
    await waitUntil(() => tile.shadowRoot?.innerHTML.includes('Ben'), 'the tile shows its participant', PATIENCE);
    expect(box.querySelector('output')!.textContent).to.equal('Ben');
    expect(box.querySelector('nex-video-grid')!.shadowRoot).to.exist;
  });

  it('is the tag with its attributes on a server, and the same element once it is taken over', async () => {
    const node = h(
      StrictMode,
      null,
      h(NexCall, {
        room: 'garden',
        maxTiles: 4,
        muted: true,
        cameraOff: false,
        iceServers: [{ urls: 'stun:a' }],
        className: 'wide',
        hidden: false,
      }),
    );
    root.unmount();
    box.innerHTML = renderToString(node);
    const { outerHTML } = tag().cloneNode() as Element;
    expect(outerHTML)
      .to.contain('room="garden"')
      .and.contain('max-tiles="4"')
      .and.contain('muted=""')
      .and.not.contain('camera-off')
      .and.not.contain('hidden');
    expect(outerHTML).to.contain('class="wide"');
    const element = tag();
    const problems: unknown[] = [];
    root = hydrateRoot(box, node, { onRecoverableError: (error) => problems.push(error) });
    await upgraded();
    expect(problems).to.deep.equal([]);
    expect(tag()).to.equal(element);
    expect(element.call!.state.options.iceServers.map(({ urls }) => urls)).to.deep.equal([['stun:a']]);
    expect(element.maxTiles).to.equal(4);
  });
});
