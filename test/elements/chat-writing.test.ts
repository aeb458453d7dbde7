import { expect } from '@open-wc/testing';
import { NexChatWithEvent } from '../../elements/events/nex-chat-with-event.js';
import { NexError } from '../../src/base/nex-error.js';
import { ANA, BO, chatCall, field, message, press, root, sent, settle, show, write } from '../support/chat-bench.js';
import { createFakeCall } from '../support/fake-call.js';

describe('writing in nex-chat', () => {
  it('sends by Enter, makes a new line by Shift and Enter, and leaves Enter to who composes a word', async () => {
    const call = chatCall();
    const el = await show(call);
    await write(el, ' Hello ');
    expect(press(field(el), { key: 'Enter', shiftKey: true }), 'Shift+Enter is the browser’s').to.equal(true);
    expect(press(field(el), { key: 'Enter', isComposing: true })).to.equal(true);
    expect(sent(call)).to.deep.equal([]);
    expect(press(field(el), { key: 'Enter' })).to.equal(false);
    await settle(el);
    expect(sent(call)).to.deep.equal([['Hello', {}]]);
    expect(field(el).value).to.equal('');
    press(field(el), { key: 'Enter' });
    await settle(el);
    expect(sent(call), 'nothing is sent of nothing').to.have.length(1);
  });

  it('keeps what was written when the element goes and comes, and when sending fails', async () => {
    const call = chatCall();
    const first = await show(call);
    await write(first, 'Half a thought');
    first.remove();
    const el = await show(call);
    expect(field(el).value).to.equal('Half a thought');
    call.failWith('send', new NexError('call/not-allowed', 'x'));
    press(field(el), { key: 'Enter' });
    await settle(el);
    expect(field(el).value).to.equal('Half a thought');
    const failure = root(el).querySelector('[role="alert"]')!;
    expect(failure.textContent).to.contain('not sent');
    call.failWith('send', null);
    failure.querySelector('button')!.click();
    await settle(el);
    expect(sent(call)).to.have.length(2);
    expect(field(el).value).to.equal('');
    expect(root(el).querySelector('[role="alert"]')).to.not.exist;
  });

  it('writes to one alone, says so, and never lets that go to everybody when they have left', async () => {
    const call = chatCall();
    const el = await show(call);
    const select = root(el).querySelector('select')!;
    select.value = 'bo';
    select.dispatchEvent(new Event('change'));
    await el.updateComplete;
    expect(root(el).querySelector('#hint')!.textContent).to.contain('Only');
    expect(field(el).placeholder).to.contain('Bo');
    await write(el, 'Secret');
    call.patch({ participants: [ANA] });
    await settle(el);
    press(field(el), { key: 'Enter' });
    await settle(el);
    expect(sent(call)).to.deep.equal([]);
    expect(root(el).querySelector('#hint')!.textContent).to.contain('not here any more');
    expect(select.selectedOptions[0]!.textContent).to.contain('Bo');
    call.patch({ participants: [ANA, BO] });
    await settle(el);
    press(field(el), { key: 'Enter' });
    await settle(el);
    expect(sent(call)).to.deep.equal([['Secret', { to: 'bo' }]]);
  });

  it('turns to one when asked from elsewhere, and not for another call', async () => {
    const el = await show(chatCall());
    document.body.dispatchEvent(new NexChatWithEvent({ participantId: 'nobody' }));
    await el.updateComplete;
    expect(root(el).querySelector('select')!.value).to.equal('');
    document.body.dispatchEvent(new NexChatWithEvent({ participantId: 'bo' }));
    await el.updateComplete;
    expect(root(el).querySelector('select')!.value).to.equal('bo');
    expect(root(el).activeElement).to.equal(field(el));
  });

  it('answers a message, a private one privately', async () => {
    const secret = message({ text: 'For you', to: 'self' });
    const call = chatCall({ messages: [message(), secret] });
    const el = await show(call);
    root(el).querySelector<HTMLElement>(`[data-id="${secret.id}"]`)!.focus();
    await el.updateComplete;
    root(el).querySelector<HTMLElement>('.actions [aria-label="Reply"]')!.click();
    await settle(el);
    expect(root(el).querySelector('.answering')!.textContent).to.contain('For you');
    expect(root(el).activeElement).to.equal(field(el));
    await write(el, 'Thanks');
    press(field(el), { key: 'Enter' });
    await settle(el);
    expect(sent(call)).to.deep.equal([['Thanks', { to: 'ana', replyTo: secret.id }]]);
    expect(root(el).querySelector('.answering')).to.not.exist;
  });

  it('stays above a keyboard on the screen while something is written, and has its whole box again after', async () => {
    const viewport = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
    const real = Object.getOwnPropertyDescriptor(window, 'visualViewport')!;
    Object.defineProperty(window, 'visualViewport', { configurable: true, value: viewport });
    try {
      const el = await show(chatCall());
      const foot = (): number => root(el).querySelector('.line')!.getBoundingClientRect().bottom;
      const before = foot();
      viewport.height = el.getBoundingClientRect().bottom - 200;
      viewport.dispatchEvent(new Event('resize'));
      expect(foot(), 'nothing is written: no keyboard').to.be.closeTo(before, 1);
      field(el).focus();
      viewport.dispatchEvent(new Event('resize'));
      expect(foot()).to.be.at.most(viewport.height);
      field(el).blur();
      viewport.height = innerHeight;
      viewport.dispatchEvent(new Event('resize'));
      expect(foot()).to.be.closeTo(before, 1);
    } finally {
      Object.defineProperty(window, 'visualViewport', real);
    }
  });

  it('keeps its width whatever is written', async () => {
    const el = await show(chatCall());
    await write(el, 'x'.repeat(1900));
    const { right } = el.getBoundingClientRect();
    for (const part of root(el).querySelectorAll('textarea, .send, .composer, .middle'))
      expect(part.getBoundingClientRect().right).to.be.at.most(right);
  });

  it('counts down near the limit and sends nothing beyond it', async () => {
    const call = chatCall();
    const el = await show(call);
    await write(el, 'x'.repeat(1700));
    expect(root(el).querySelector('.count')).to.not.exist;
    await write(el, 'x'.repeat(1990));
    expect(root(el).querySelector('.count')!.textContent).to.equal('10 characters left');
    await write(el, 'x'.repeat(2001));
    expect(root(el).querySelector('.count')!.textContent).to.equal('1 character too many');
    press(field(el), { key: 'Enter' });
    await settle(el);
    expect(sent(call)).to.deep.equal([]);
    await write(el, 'x'.repeat(2000));
    press(field(el), { key: 'Enter' });
    await settle(el);
    expect(sent(call)).to.have.length(1);
  });

  it('says where writing is not possible, and who will read it where nobody is', async () => {
    const call = chatCall({ can: { ...createFakeCall().state.can, chat: false } });
    const el = await show(call);
    expect(root(el).querySelector('textarea')).to.not.exist;
    expect(root(el).textContent).to.contain('as soon as you are in the call');
    call.patch({ can: createFakeCall().state.can, participants: [] });
    await settle(el);
    expect(root(el).textContent).to.contain('Whoever joins can read');
    expect(root(el).querySelector('textarea')).to.exist;
  });
});
