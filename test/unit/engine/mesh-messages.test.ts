import { expect } from '@open-wc/testing';
import { LIMITS } from '../../../src/base/limits.js';
import { isMemberId, readMeshMessage } from '../../../src/engine/mesh/mesh-messages.js';

const id = `nx${'0a'.repeat(16)}`;
const member = { id, joinedAt: 1, slots: [0] };

describe('mesh messages', () => {
  it('reads what members really say, and nothing that was not asked for comes through', () => {
    expect(readMeshMessage({ type: 'knock', members: [{ ...member, evil: 1 }], more: 2 })).to.deep.equal({
      type: 'knock',
      members: [member],
    });
    expect(readMeshMessage({ type: 'wish', source: 'camera', isVisible: false })).to.deep.equal({
      type: 'wish',
      source: 'camera',
      isVisible: false,
    });
    const sized = { type: 'wish', source: 'screen', isVisible: true, width: 16_384, height: 0 };
    expect(readMeshMessage({ ...sized, depth: 3 })).to.deep.equal(sized);
    expect(readMeshMessage({ type: 'bye', members: [] })).to.deep.equal({ type: 'bye' });
  });

  const hostile: [string, unknown][] = [
    ['nothing', null],
    ['text', 'bye'],
    ['a list', [{ type: 'bye' }]],
    ['an unknown type', { type: 'admin' }],
    ['a member with a foreign id', { type: 'introduce', member: { ...member, id: '<img>' } }],
    ['a member that joined at no time', { type: 'introduce', member: { ...member, joinedAt: NaN } }],
    ['slots that do not exist', { type: 'slots', slots: [3] }],
    ['too many slots', { type: 'slots', slots: [0, 1, 2, 0] }],
    ['a roster longer than any room', { type: 'roster', members: Array(LIMITS.rosterMembers + 1).fill(member) }],
    ['a wish for a source that has no picture', { type: 'wish', source: 'microphone', isVisible: true }],
    ['a wish for half a pixel', { type: 'wish', source: 'camera', isVisible: true, width: 0.5, height: 1 }],
    ['a wish for less than nothing', { type: 'wish', source: 'camera', isVisible: true, width: 1, height: -1 }],
    ['a wish for more than any screen', { type: 'wish', source: 'camera', isVisible: true, width: 16_385, height: 1 }],
    ['a wish for an endless picture', { type: 'wish', source: 'camera', isVisible: true, width: 1, height: Infinity }],
    ['a wish for words', { type: 'wish', source: 'camera', isVisible: true, width: '1', height: 1 }],
    ['a wish for one side only', { type: 'wish', source: 'camera', isVisible: true, width: 1 }],
    ['a description of another kind', { type: 'description', connectionId: '0'.repeat(16), description: { type: 'rollback', sdp: '' } }],
    ['a description without an id', { type: 'description', description: { type: 'offer', sdp: 'v=0' } }],
    [
      'a huge description',
      { type: 'description', connectionId: '0'.repeat(16), description: { type: 'offer', sdp: 'x'.repeat(LIMITS.envelopeBytes + 1) } },
    ],
    ['a huge candidate', { type: 'candidate', connectionId: '0'.repeat(16), candidate: { candidate: 'x'.repeat(1025) } }],
  ];
  for (const [what, value] of hostile) {
    it(`rejects ${what}`, () => {
      expect(readMeshMessage(value)).to.equal(null);
    });
  }

  it('knows a member id by its whole shape', () => {
    expect(isMemberId(id)).to.equal(true);
    expect(isMemberId(`${id}0`)).to.equal(false);
    expect(isMemberId(id.toUpperCase())).to.equal(false);
  });
});
