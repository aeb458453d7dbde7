import { expect } from '@open-wc/testing';
import { LIMITS } from '../../../src/base/limits.js';
import { parseChatWire } from '../../../src/room/chat-wire.js';

const ID = '0123456789abcdef'.repeat(2);
const SUM = `3.${ID}`;
const said = { kind: 'chat', id: ID, name: 'Ada', text: 'Hello', sentAt: 1000, to: null, replyTo: null };
const told = { id: ID, participantId: 'nx1', name: 'Ada', text: 'Hello', sentAt: 1000, replyTo: null };
const part = { kind: 'chat-part', sum: SUM, isLast: true, entries: [told] };

describe('what is said about the chat', () => {
  const accepted: readonly Record<string, unknown>[] = [
    said,
    { ...said, to: 'nx2', replyTo: ID },
    { kind: 'chat-deleted', id: ID },
    { kind: 'chat-sum', sum: SUM },
    { kind: 'chat-ask', before: null },
    { kind: 'chat-ask', before: ID },
    part,
    { ...part, entries: [{ ...told, text: '' }] },
  ];
  for (const message of accepted) {
    it(`takes ${JSON.stringify(message).slice(0, 90)} as it is`, () => {
      expect(parseChatWire(message)).to.deep.equal(message);
    });
  }

  const refused: readonly [string, unknown][] = [
    ['nothing', null],
    ['text', 'chat'],
    ['a list', [said]],
    ['another kind', { ...said, kind: 'presence' }],
    ['an empty text', { ...said, text: '' }],
    ['a text of spaces', { ...said, text: ' \n\t ' }],
    ['a text that is too long', { ...said, text: 'x'.repeat(LIMITS.chatTextLength + 1) }],
    ['a text that is none', { ...said, text: { length: 3 } }],
    ['an id that is too short', { ...said, id: 'abc' }],
    ['an id with other letters', { ...said, id: 'g'.repeat(32) }],
    ['an id in capitals', { ...said, id: ID.toUpperCase() }],
    ['an id with a line after it', { ...said, id: `${ID}\n` }],
    ['a name that is none', { ...said, name: null }],
    ['a date before the epoch', { ...said, sentAt: -1 }],
    ['a date that no clock shows', { ...said, sentAt: 1e300 }],
    ['no date', { ...said, sentAt: NaN }],
    ['a receiver that is a list', { ...said, to: ['nx2'] }],
    ['a receiver that is missing', { ...said, to: undefined }],
    ['a receiver of endless length', { ...said, to: 'x'.repeat(65) }],
    ['an answer to no id', { ...said, replyTo: 'nx1' }],
    ['the deletion of no id', { kind: 'chat-deleted', id: '*' }],
    ['a sum of anything', { kind: 'chat-sum', sum: 'all' }],
    ['a question before no id', { kind: 'chat-ask', before: 5 }],
    ['a part that is no list', { ...part, entries: { 0: told, length: 1 } }],
    ['a part without a sum', { ...part, sum: undefined }],
  ];
  for (const [name, data] of refused) {
    it(`takes nothing of ${name}`, () => {
      expect(parseChatWire(data)).to.equal(null);
    });
  }

  it('leaves out of a part what is not well formed, and all beyond its bound', () => {
    const hostile = [{ ...told, participantId: 'x y' }, null, 5, { ...told, text: 'x'.repeat(2001) }, told];
    const parsed = parseChatWire({ ...part, entries: hostile });
    expect(parsed).to.deep.equal(part);
    const many = parseChatWire({ ...part, entries: Array.from({ length: 10_000 }, () => told) });
    expect(many).to.have.property('entries').with.length(256);
  });

  it('copies known fields only', () => {
    const hostile: unknown = JSON.parse(JSON.stringify({ ...said, isOwn: true, participantId: 'me', role: 'host' }));
    expect(parseChatWire(hostile)).to.deep.equal(said);
    const inPart: unknown = { ...part, entries: [{ ...told, isOwn: true, to: 'nx5', isDeleted: true }] };
    expect(parseChatWire(inPart)).to.deep.equal(part);
  });

  it('bounds and cleans names', () => {
    const parsed = parseChatWire({ ...said, name: `\u202e${'x'.repeat(1000)}` });
    expect(parsed).to.have.property('name', 'x'.repeat(LIMITS.displayNameLength));
  });
});
