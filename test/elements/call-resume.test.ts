import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../elements/nex-call.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall } from '../support/fake-call.js';

const root = (el: Element): ShadowRoot => el.shadowRoot!;
const show = (call: ReturnType<typeof createFakeCall>): Promise<NexCall> =>
  fixture<NexCall>(html`<nex-call .call=${call} style="block-size: 600px"></nex-call>`);

describe('nex-call after a reload', () => {
  const settle = async (el: NexCall): Promise<void> => {
    await aTimeout(0);
    await el.updateComplete;
  };
  const view = (el: NexCall): string | undefined => root(el).querySelector<HTMLElement>('.base')!.dataset['view'];
  const joins = (call: ReturnType<typeof createFakeCall>): number => call.calls.filter(({ intent }) => intent === 'join').length;

  it('shows that it joins, and joins nothing, while it is not known whether the call can go on', async () => {
    const call = createFakeCall({ status: 'lobby', canResume: null });
    const el = await show(call);
    await settle(el);
    expect([view(el), joins(call)]).to.deep.equal(['joining', 0]);
    expect(root(el).querySelector('nex-lobby')).to.not.exist;
  });

  it('goes on with the call at once, without the lobby', async () => {
    const call = createFakeCall({ status: 'lobby', canResume: null });
    const el = await show(call);
    const seen = new Set<string | undefined>();
    new MutationObserver(() => seen.add(view(el))).observe(root(el), { subtree: true, childList: true, attributes: true });
    call.patch({ canResume: true });
    await settle(el);
    expect([view(el), joins(call)]).to.deep.equal(['joining', 1]);
    call.patch({ status: 'joining', canResume: false });
    await settle(el);
    expect([view(el), joins(call)]).to.deep.equal(['joining', 1]);
    call.patch({ status: 'connected' });
    await settle(el);
    expect([view(el), joins(call)]).to.deep.equal(['stage', 1]);
    expect([...seen]).to.not.include('lobby');
  });

  it('joins once when it is known from the start that the call can go on', async () => {
    const call = createFakeCall({ status: 'lobby', canResume: true });
    const el = await show(call);
    for (const room of ['a', 'b']) {
      call.patch({ room });
      el.requestUpdate();
      await settle(el);
    }
    expect([view(el), joins(call)]).to.deep.equal(['joining', 1]);
  });

  it('shows the lobby when there is no call to go on with', async () => {
    const call = createFakeCall({ status: 'lobby', canResume: null });
    const el = await show(call);
    call.patch({ canResume: false });
    await settle(el);
    expect([view(el), joins(call)]).to.deep.equal(['lobby', 0]);
  });

  it('shows the lobby when going on is refused', async () => {
    const call = createFakeCall({ status: 'lobby', canResume: true });
    call.failWith('join', new NexError('call/aborted', 'x'));
    const el = await show(call);
    await settle(el);
    await settle(el);
    expect([view(el), joins(call)]).to.deep.equal(['lobby', 1]);
  });

  it('shows the lobby when the page prevents nex-before-join', async () => {
    const call = createFakeCall({ status: 'lobby', canResume: null });
    const el = await show(call);
    el.addEventListener('nex-before-join', (event) => {
      event.preventDefault();
    });
    call.patch({ canResume: true });
    await settle(el);
    await settle(el);
    expect([view(el), joins(call)]).to.deep.equal(['lobby', 0]);
  });

  it('lets the visitor cancel going on', async () => {
    const call = createFakeCall({ status: 'lobby', canResume: true });
    const el = await show(call);
    call.patch({ status: 'joining', canResume: false });
    await settle(el);
    root(el).querySelector<HTMLElement>('[data-action="cancel"]')!.click();
    await settle(el);
    expect(call.calls.at(-1)!.intent).to.equal('leave');
  });
});
