import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-call.js';
import type { NexChat } from '../../elements/chat/nex-chat.js';
import { AT, chatCall, lines, message, own, root, settle, show, write } from '../support/chat-bench.js';
import { fakeParticipant } from '../support/fake-participant.js';

describe('nex-chat', () => {
  it('is a log of complete lines: who, to whom, in answer to whom, and what', async () => {
    const first = message({ text: 'Hello' });
    const el = await show(
      chatCall({
        messages: [
          first,
          message({ ...own, text: 'Hi', replyTo: first.id }),
          message({ text: 'Psst', to: 'self' }),
          message({ ...own, text: 'Yes?', to: 'ana' }),
          message({ text: '', isDeleted: true }),
        ],
      }),
    );
    const log = root(el).querySelector('[role="log"]')!;
    const spoken = [...log.querySelectorAll('.message')].map((row) => {
      const copy = row.cloneNode(true) as HTMLElement;
      for (const part of copy.querySelectorAll('[aria-hidden="true"]')) part.remove();
      return copy.textContent.replace(/\s+/g, ' ').trim();
    });
    expect(spoken.map((line) => line.replace(/[\u2068\u2069]/g, ''))).to.deep.equal([
      'Ana: Hello',
      'You, in answer to Ana: Hi',
      'Ana, only to you: Psst',
      'You, only to Ana: Yes?',
      'Ana: Message deleted',
    ]);
    expect(log.querySelector('button, input, textarea, [aria-live]'), 'nothing in the log but messages').to.not.exist;
  });

  it('says nothing twice: what is heard of a message is one node, and headings are not heard', async () => {
    const call = chatCall({ messages: [message({ text: 'One' })] });
    const el = await show(call);
    const log = root(el).querySelector('[role="log"]')!;
    const added: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof HTMLElement) added.push(node.textContent);
    });
    observer.observe(log, { childList: true, subtree: true });
    call.patch({ messages: [...call.state.messages, message({ text: 'Two' })] });
    await settle(el);
    observer.disconnect();
    expect(added.filter((text) => text.includes('Two'))).to.have.length(1);
    for (const head of root(el).querySelectorAll('.head, .divider, .quote')) expect(head.getAttribute('aria-hidden')).to.equal('true');
  });

  it('groups by sender, reader and minute, and shows own messages at the end of the line', async () => {
    const el = await show(
      chatCall({
        messages: [
          message(),
          message(),
          message({ sentAt: AT + 60_000 }),
          message({ ...own }),
          message({ to: 'self' }),
          message({ to: 'self', name: 'Ana B' }),
        ],
      }),
    );
    const groups = [...root(el).querySelectorAll('.group')];
    expect(groups.map((group) => group.querySelectorAll('.message').length)).to.deep.equal([2, 1, 1, 1, 1]);
    const box = root(el).querySelector('.log')!.getBoundingClientRect();
    expect(box.right - groups[2]!.querySelector('.message')!.getBoundingClientRect().right).to.be.closeTo(0, 1);
    expect(groups[0]!.querySelector('.message')!.getBoundingClientRect().left - box.left).to.be.closeTo(0, 1);
  });

  it('opens only http and https, in a new window that knows nothing of this one', async () => {
    const text =
      'See https://example.com/a_(b), http://example.org. Not javascript:alert(1) data:text/html,x ftp://a.b https://user:pw@evil.example/ https://\u202eevil.example';
    const el = await show(chatCall({ messages: [message({ text })] }));
    const links = [...root(el).querySelectorAll('a')];
    expect(links.map(({ href }) => href)).to.deep.equal(['https://example.com/a_(b)', 'http://example.org/']);
    for (const link of links) {
      expect(link.target).to.equal('_blank');
      expect(link.rel.split(' ')).to.have.members(['noopener', 'noreferrer', 'nofollow']);
    }
    expect(root(el).querySelector('.text')!.textContent).to.equal(text);
  });

  it('keeps markup in names and texts as text', async () => {
    const bad = '<img src=x onerror="globalThis.hacked = true"><b>x</b>';
    const el = await show(
      chatCall({ participants: [fakeParticipant({ id: 'ana', name: bad })], messages: [message({ name: bad, text: bad })] }),
    );
    expect(root(el).querySelector('img, b')).to.not.exist;
    expect(root(el).querySelector('.text')!.textContent).to.equal(bad);
    expect((globalThis as { hacked?: boolean }).hacked).to.equal(undefined);
  });

  it('deletes an own message only when asked twice, and offers that for no other', async () => {
    const mine = message({ ...own });
    const call = chatCall({ messages: [message(), mine] });
    const el = await show(call);
    const rows = root(el).querySelectorAll<HTMLElement>('.message');
    rows[0]!.focus();
    await el.updateComplete;
    expect(root(el).querySelector('.actions [title="Delete for everyone"]')).to.not.exist;
    rows[1]!.focus();
    await el.updateComplete;
    const remove = (): HTMLElement => root(el).querySelector<HTMLElement>('.actions [title="Delete for everyone"]')!;
    remove().click();
    await el.updateComplete;
    expect(call.calls.some(({ intent }) => intent === 'deleteMessage')).to.equal(false);
    remove().click();
    await el.updateComplete;
    expect(call.calls.filter(({ intent }) => intent === 'deleteMessage').map(({ args }) => args)).to.deep.equal([[mine.id]]);
    expect(root(el).activeElement).to.equal(rows[1]);
  });

  it('is reached by the keyboard: one stop for the log, arrows inside, Tab to the actions, Escape back', async () => {
    const call = chatCall({ messages: [message(), message(), message()] });
    const el = await show(call);
    const rows = [...root(el).querySelectorAll<HTMLElement>('.message')];
    expect(rows.map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, -1, 0]);
    rows[2]!.focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(root(el).activeElement).to.equal(rows[1]);
    await el.updateComplete;
    await sendKeys({ press: 'Tab' });
    expect(root(el).activeElement!.closest('.actions')).to.exist;
    await sendKeys({ press: 'ArrowRight' });
    expect(root(el).activeElement!.getAttribute('aria-label')).to.equal('Copy text');
    await sendKeys({ press: 'Escape' });
    expect(root(el).activeElement).to.equal(rows[1]);
    await sendKeys({ press: 'Home' });
    expect(root(el).activeElement).to.equal(rows[0]);
  });

  it('marks what came unseen, and tells the call that it was seen', async () => {
    const messages = [message(), message(), message({ ...own }), message()];
    const call = chatCall({ messages, unread: 2 });
    const el = await show(call);
    await waitUntil(() => call.calls.some(({ intent }) => intent === 'markRead'), 'seen');
    const divider = root(el).querySelector('.divider')!;
    expect(divider.nextElementSibling!.querySelector('.message')!.getAttribute('data-id')).to.equal(messages[1]!.id);
    call.patch({ unread: 0 });
    await settle(el);
    expect(root(el).querySelector('.divider'), 'stays while it is looked at').to.exist;
  });

  it('does not count as seen what is not shown', async () => {
    const call = chatCall({ messages: [message()], unread: 1 });
    const box = await fixture(html`<div hidden><nex-chat .call=${call}></nex-chat></div>`);
    await aTimeout(100);
    expect(call.calls.some(({ intent }) => intent === 'markRead')).to.equal(false);
    (box as HTMLElement).hidden = false;
    await waitUntil(() => call.calls.some(({ intent }) => intent === 'markRead'), 'seen');
  });

  it('stays at the end, unless the visitor reads further up: then it counts, without taking the focus', async () => {
    const call = chatCall({ messages: Array.from({ length: 40 }, () => message()) });
    const el = await show(call);
    const box = root(el).querySelector<HTMLElement>('.scroll')!;
    const fromEnd = (): number => box.scrollHeight - box.scrollTop - box.clientHeight;
    await waitUntil(() => fromEnd() < 2, 'begins at the end');
    await aTimeout(100);
    call.patch({ messages: [...call.state.messages, message()] });
    await settle(el);
    expect(fromEnd()).to.be.below(2);
    box.scrollTop = 0;
    box.dispatchEvent(new Event('scroll'));
    call.patch({ messages: [...call.state.messages, message(), message(), message()] });
    await settle(el);
    expect(box.scrollTop).to.equal(0);
    const newer = root(el).querySelector<HTMLElement>('.newer')!;
    expect(newer.textContent.trim()).to.equal('3 new messages');
    expect(root(el).activeElement).to.equal(null);
    newer.click();
    await settle(el);
    expect(fromEnd()).to.be.below(2);
    expect(root(el).querySelector('.newer')).to.not.exist;
  });

  it('stays at a message further up that the keyboard reached', async () => {
    const call = chatCall({ messages: Array.from({ length: 40 }, () => message()) });
    const el = await show(call);
    const box = root(el).querySelector<HTMLElement>('.scroll')!;
    await aTimeout(100);
    const rows = root(el).querySelectorAll<HTMLElement>('.message');
    rows[3]!.focus();
    await settle(el);
    await aTimeout(50);
    const row = rows[3]!.getBoundingClientRect();
    expect(row.top).to.be.at.least(box.getBoundingClientRect().top - 1);
    const bar = root(el).querySelector('.actions')!.getBoundingClientRect();
    expect(Math.abs(bar.top + bar.height / 2 - row.top), 'its actions are at it').to.be.below(24);
  });

  it('works in a layout of the page’s own, inside of the call', async () => {
    const call = chatCall({ messages: [message({ text: 'Found' })] });
    const box = await fixture(html`<nex-call .call=${call}><nex-chat></nex-chat></nex-call>`);
    const el = box.querySelector('nex-chat')!;
    await waitUntil(() => lines(el).some((line) => line.includes('Found')), 'it found its call');
  });

  it('has a close button only where it is wanted, which asks to be closed', async () => {
    const el = await show(chatCall());
    expect(root(el).querySelector('.close')).to.not.exist;
    el.closable = true;
    await el.updateComplete;
    const asked: unknown[] = [];
    el.addEventListener('nex-panel-toggle', ({ detail }) => asked.push(detail));
    root(el).querySelector<HTMLElement>('.close')!.click();
    expect(asked).to.deep.equal([{ panel: 'chat', isOpen: false }]);
  });

  it('holds nothing of the call when removed', async () => {
    const call = chatCall({ messages: [message()] });
    const el = await show(call);
    el.remove();
    await aTimeout(0);
    expect(call.listenerCount).to.equal(0);
  });

  it('is calm without a call', async () => {
    const el = await fixture<NexChat>(html`<nex-chat></nex-chat>`);
    expect(root(el).querySelector('form')).to.not.exist;
    expect(root(el).querySelector('.calm')).to.exist;
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`is accessible (${scheme})`, async () => {
      const first = message({ text: 'Hello https://example.com' });
      const call = chatCall({
        messages: [first, message({ ...own, replyTo: first.id }), message({ to: 'self' }), message({ isDeleted: true, text: '' })],
        unread: 1,
      });
      const el = await show(call);
      el.closable = true;
      el.style.setProperty('color-scheme', scheme);
      root(el).querySelector<HTMLElement>('.message')!.focus();
      await write(el, 'x'.repeat(1990));
      await aTimeout(250);
      await expect(el).to.be.accessible();
    });
});
