import { expect } from '@open-wc/testing';
import { LIMITS } from '../../../src/base/limits.js';
import type { Emitter } from '../../../src/base/emitter.js';
import { Scope } from '../../../src/base/scope.js';
import { systemClock } from '../../../src/base/clock.js';
import { cleanDisplayName } from '../../../src/room/display-name.js';
import { PresenceExchange } from '../../../src/room/presence-exchange.js';
import { encodePresence, parsePresence, type OwnPresence, type Presence } from '../../../src/room/presence.js';
import { FakeEngine } from '../../support/fake-engine.js';

const presence: Presence = { name: 'Ada', joinedAt: 1000, microphone: true, camera: false, screen: false };
const own: OwnPresence = { ...presence, handRaisedAt: null };
const message = { ...own, kind: 'presence' };

describe('presence', () => {
  it('comes back from its own encoding, through JSON, as it was', () => {
    expect(parsePresence(JSON.parse(JSON.stringify(encodePresence(own))))).to.deep.equal(presence);
  });

  const refused: readonly [string, unknown][] = [
    ['nothing', null],
    ['undefined', undefined],
    ['text', 'presence'],
    ['a list', [message]],
    ['another kind', { ...message, kind: 'chat' }],
    ['no kind', presence],
    ['a name that is no text', { ...message, name: { toString: 'x' } }],
    ['a missing name', { ...message, name: undefined }],
    ['a date that is text', { ...message, joinedAt: '1000' }],
    ['a date before the epoch', { ...message, joinedAt: -1 }],
    ['a date that no clock shows', { ...message, joinedAt: 1e300 }],
    ['an infinite date', { ...message, joinedAt: Infinity }],
    ['a date that is no number', { ...message, joinedAt: NaN }],
    ['a microphone that is text', { ...message, microphone: 'false' }],
    ['a camera that is a number', { ...message, camera: 1 }],
    ['a missing screen', { ...message, screen: undefined }],
  ];
  for (const [name, data] of refused) {
    it(`is null for ${name}`, () => {
      expect(parsePresence(data)).to.equal(null);
    });
  }

  it('is a fresh frozen object without what it does not know', () => {
    const hostile: unknown = JSON.parse(
      '{"kind":"presence","name":"Ada","joinedAt":1000,"microphone":true,"camera":false,"screen":false,"role":"host","__proto__":{"x":1}}',
    );
    const parsed = parsePresence(hostile);
    expect(Object.keys(parsed!)).to.have.members(['name', 'joinedAt', 'microphone', 'camera', 'screen']);
    expect(Object.isFrozen(parsed)).to.equal(true);
    expect('x' in parsed!).to.equal(false);
  });

  it('cuts a name that is too long, whole characters only', () => {
    const name = parsePresence({ ...message, name: '👩'.repeat(100_000) })!.name;
    expect([...name].length).to.equal(LIMITS.displayNameLength);
    expect(name.endsWith('👩')).to.equal(true);
  });

  it('takes controls and direction overrides out of names', () => {
    expect(parsePresence({ ...message, name: ' \u202eAda\u0000\u009b\u2066 \n' })!.name).to.equal('Ada');
    expect(cleanDisplayName('e\u0301')).to.equal('é');
    expect(cleanDisplayName('שלום')).to.equal('שלום');
  });
});

describe('PresenceExchange', () => {
  function create(): { engine: FakeEngine; exchange: PresenceExchange; heard: [string, Presence][]; scope: Scope } {
    const engine = new FakeEngine();
    const scope = new Scope(systemClock);
    const heard: [string, Presence][] = [];
    const exchange = new PresenceExchange({ engine, scope, own, onPresence: (id, value) => heard.push([id, value]) });
    return { engine, exchange, heard, scope };
  }

  it('tells each participant who is ready, and nobody before', () => {
    const { engine } = create();
    engine.tell('participant-joined', { participantId: 'a', joinedAt: 1 });
    expect(engine.sent).to.deep.equal([]);
    engine.tell('participant-ready', { participantId: 'a' });
    expect(engine.sent).to.deep.equal([{ data: message, to: 'a' }]);
  });

  it('tells those who are here of a change, once', () => {
    const { engine, exchange } = create();
    engine.meet('a');
    engine.meet('b');
    engine.tell('participant-left', { participantId: 'b', reason: 'left' });
    engine.sent.length = 0;
    exchange.update({ ...own, camera: true });
    exchange.update({ ...own, camera: true });
    expect(engine.sent).to.deep.equal([{ data: { ...message, camera: true }, to: 'a' }]);
  });

  it('hears presences, ignores other messages, and lets go of the engine', () => {
    const { engine, heard, scope } = create();
    engine.tell('data', { participantId: 'a', data: { kind: 'chat' } });
    engine.tell('data', { participantId: 'a', data: message });
    expect(heard).to.deep.equal([['a', presence]]);
    scope.close();
    expect((engine.emitter as Emitter<object>).size).to.equal(0);
  });
});
