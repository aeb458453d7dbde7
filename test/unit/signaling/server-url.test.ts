import { expect } from '@open-wc/testing';
import { NexError } from '../../../src/base/nex-error.js';
import { parseServerUrl } from '../../../src/signaling/server-url.js';

describe('A signalling server URL', () => {
  for (const [text, host, port, path, secure] of [
    ['http://127.0.0.1:9000/signal', '127.0.0.1', 9000, '/signal/', false],
    ['https://meet.example/signal/', 'meet.example', 443, '/signal/', true],
    ['http://meet.example', 'meet.example', 80, '/', false],
    ['wss://meet.example:8443/a/b', 'meet.example', 8443, '/a/b/', true],
    ['ws://[::1]:9000/', '[::1]', 9000, '/', false],
  ] as const) {
    it(`${text} is understood`, () => {
      expect(parseServerUrl(text)).to.deep.equal({ host, port, path, secure });
    });
  }

  it('may be a path on the page\u2019s own server', () => {
    const address = parseServerUrl('/signal', 'https://meet.example:444/room?a#b');
    expect(address).to.deep.equal({ host: 'meet.example', port: 444, path: '/signal/', secure: true });
  });

  for (const text of [
    '',
    'meet.example',
    'ftp://meet.example',
    'https://',
    'https://a?key=1',
    'https://a#b',
    'javascript:1',
    'https://a:99999',
  ]) {
    it(`'${text}' is refused`, () => {
      expect(() => parseServerUrl(text))
        .to.throw(NexError)
        .with.property('code', 'config/invalid');
    });
  }

  it('is shown in the error without the password in it', () => {
    try {
      parseServerUrl('https://user:pass@meet.example/signal?token=hidden');
      throw new Error('not refused');
    } catch (error) {
      expect(error).to.be.instanceOf(NexError);
      expect((error as NexError).detail).to.include({ option: 'server', value: 'https://meet.example/signal' });
    }
  });
});
