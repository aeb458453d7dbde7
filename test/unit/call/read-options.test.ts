import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import type { CallInput } from '../../../src/call/call-options.js';
import { readOptions } from '../../../src/call/read-options.js';

const SECRET = 'swordfish-1234';

function failureOf(input: unknown): NexError {
  try {
    readOptions(input as CallInput);
  } catch (error) {
    expect(error).to.be.instanceOf(NexError);
    return error as NexError;
  }
  throw new Error('It was taken');
}

describe('readOptions', () => {
  it('gives every option its default', () => {
    expect(readOptions({ room: 'a' })).to.deep.equal({
      room: 'a',
      name: '',
      secret: null,
      servers: [],
      iceServers: [],
      iceServersUrl: null,
      isRelayOnly: false,
      isMuted: false,
      isCameraOff: false,
      isAudioOnly: false,
      maxParticipants: 6,
      layout: 'auto',
      videoQuality: 'auto',
      audioQuality: 'auto',
      bandwidthLimitKbps: null,
      debug: null,
    });
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readOptions({ room: 'a' }))).to.equal(true);
  });

  const refused: readonly [string, string, object][] = [
    ['no room', 'room', { room: undefined }],
    ['an empty room', 'room', { room: '' }],
    ['a room of blanks', 'room', { room: ' \n ' }],
    ['a room that is too long', 'room', { room: 'x'.repeat(129) }],
    ['a room that is no text', 'room', { room: 7 }],
    ['a name that is too long', 'name', { name: 'x'.repeat(65) }],
    ['a name that is no text', 'name', { name: {} }],
    ['an empty secret', 'secret', { secret: '' }],
    ['the word that stands for one', 'secret', { secret: 'url' }],
    ['a server that is no URL', 'server', { server: 'not a url' }],
    ['a server of another protocol', 'server', { server: 'ftp://example.org' }],
    ['a server that is a script', 'server', { server: 'javascript:alert(1)' }],
    ['one bad server among good ones', 'server', { server: 'https://example.org nope' }],
    ['ICE servers that are no JSON', 'ice-servers', { iceServers: '[{' }],
    ['ICE servers that are no list', 'ice-servers', { iceServers: '{"urls":"stun:a"}' }],
    ['an ICE server without URLs', 'ice-servers', { iceServers: [{}] }],
    ['an ICE server with an empty list', 'ice-servers', { iceServers: [{ urls: [] }] }],
    ['an ICE server of another protocol', 'ice-servers', { iceServers: [{ urls: 'https://example.org' }] }],
    ['a credential that is no text', 'ice-servers', { iceServers: [{ urls: 'turn:a', credential: 5 }] }],
    ['ICE servers that are a number', 'ice-servers', { iceServers: 5 }],
    ['ICE servers that are some word', 'ice-servers', { iceServers: 'stun' }],
    ['an unknown layout', 'layout', { layout: 'circle' }],
    ['a layout of the prototype', 'layout', { layout: 'toString' }],
    ['an unknown video quality', 'video-quality', { videoQuality: 'ultra' }],
    ['an unknown audio quality', 'audio-quality', { audioQuality: 'ultra' }],
    ['one participant', 'max-participants', { maxParticipants: 1 }],
    ['65 participants', 'max-participants', { maxParticipants: 65 }],
    ['half a participant', 'max-participants', { maxParticipants: 2.5 }],
    ['participants that are no number', 'max-participants', { maxParticipants: NaN }],
    ['a bandwidth of nothing', 'bandwidth-limit', { bandwidthLimit: 0 }],
    ['a bandwidth that is no number', 'bandwidth-limit', { bandwidthLimit: NaN }],
    ['a flag that is text', 'muted', { muted: 'false' }],
    ['debug that is no text', 'debug', { debug: true }],
  ];
  for (const [name, option, input] of refused) {
    it(`refuses ${name} and names the option`, () => {
      const error = failureOf({ room: 'a', secret: SECRET, ...input });
      expect(error.code).to.equal('config/invalid');
      expect(error.fatal).to.equal(true);
      expect(error.detail.option).to.equal(option);
      expect(error.detail.expected).to.be.a('string').that.is.not.empty;
      expect(JSON.stringify(error.detail) + error.message).not.to.contain(SECRET);
    });
  }

  it('shows the value, but never a credential or a password in a URL', () => {
    expect(failureOf({ room: 'a', layout: 'circle' }).detail.value).to.equal('circle');
    const ice = failureOf({ room: 'a', iceServers: `[{"urls":"nope:a","credential":"${SECRET}"}]` });
    expect(JSON.stringify(ice.detail) + ice.message).not.to.contain(SECRET);
    const server = failureOf({ room: 'a', server: `ftp://me:${SECRET}@example.org` });
    expect(JSON.stringify(server.detail) + server.message).not.to.contain(SECRET);
  });

  it('takes rooms and names up to their limits, counted in characters', () => {
    expect(readOptions({ room: '🏠'.repeat(128) }).room).to.equal('🏠'.repeat(128));
    expect(readOptions({ room: 'a', name: '👩'.repeat(64) }).name).to.equal('👩'.repeat(64));
  });

  it('normalises the room, so that the same name typed elsewhere is the same room', () => {
    expect(readOptions({ room: ' cafe\u0301 ' }).room).to.equal('café');
  });

  it('strips controls and direction overrides from the name', () => {
    expect(readOptions({ room: 'a', name: '\u202eAda\u0007\u0085' }).name).to.equal('Ada');
  });

  it('lets ten in without video', () => {
    expect(readOptions({ room: 'a', noVideo: true }).maxParticipants).to.equal(10);
  });

  it('reads several servers and both forms of ICE servers', () => {
    expect(readOptions({ room: 'a', server: ' https://a.example  wss://b.example/x ' }).servers).to.deep.equal([
      'https://a.example/',
      'wss://b.example/x',
    ]);
    const list = [{ urls: ['turn:a.example'], username: 'u', credential: 'c' }];
    expect(readOptions({ room: 'a', iceServers: list }).iceServers).to.deep.equal(list);
    expect(readOptions({ room: 'a', iceServers: JSON.stringify(list) }).iceServers).to.deep.equal(list);
    expect(readOptions({ room: 'a', iceServers: 'https://a.example/ice' }).iceServersUrl).to.equal('https://a.example/ice');
  });
});
