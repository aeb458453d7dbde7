import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import '../../elements/nex-call.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import type { NexChat } from '../../elements/chat/nex-chat.js';
import { NexChatWithEvent } from '../../elements/events/nex-chat-with-event.js';
import { LOADING, connected, inside, opened, opener, section, show, toggle, told } from '../support/panels-harness.js';

describe('panels of nex-call where the page shows the chat itself', () => {
  const shown = async (): Promise<{ readonly el: NexCall; readonly own: NexChat }> => {
    const el = await show(connected());
    el.id = 'with-own-chat';
    const own = document.createElement('nex-chat');
    own.for = el.id;
    el.after(own);
    await import('../../elements/nex-chat.js');
    customElements.upgrade(own);
    await waitUntil(() => own.shadowRoot?.querySelector('textarea'), 'it has the call', LOADING);
    return { el, own };
  };

  it('go there instead of opening a second one', async () => {
    const { el, own } = await shown();
    opener(el).focus();
    toggle(el, 'chat');
    await waitUntil(() => document.activeElement === own, 'the focus went there', LOADING);
    await el.updateComplete;
    expect(section(el)).to.equal(null);
    expect(told(el)).to.equal('');
    el.dispatchEvent(new NexChatWithEvent({ participantId: 'ana' }));
    await aTimeout(50);
    expect(section(el)).to.equal(null);
    toggle(el, 'participants');
    await waitUntil(() => inside(el) === 'nex-participants', 'others open as ever', LOADING);
  });

  it('open their own one while that is out of sight, or of another call', async () => {
    const { el, own } = await shown();
    own.style.setProperty('display', 'none');
    await opened(el, 'chat');
    toggle(el, 'chat', false);
    await el.updateComplete;
    own.style.removeProperty('display');
    own.call = connected();
    await own.updateComplete;
    await opened(el, 'chat');
  });
});
