import { expect } from '@open-wc/testing';
import { orderSound } from '../../../../src/engine/mesh/order-sound.js';

const FORMATS = ['a=rtpmap:111 opus/48000/2', 'a=rtpmap:63 red/48000/2', 'a=rtpmap:9 G722/8000'];
const sdp = (formats: string): string => ['v=0', `m=audio 9 UDP/TLS/RTP/SAVPF ${formats}`, ...FORMATS, ''].join('\r\n');

describe('orderSound', () => {
  it('puts first what is to be sent, and keeps the rest in its order', () => {
    expect(orderSound(sdp('9 111 63 0'), true)).to.equal(sdp('63 111 9 0'));
    expect(orderSound(sdp('63 9 111 0'), false)).to.equal(sdp('111 63 9 0'));
    expect(orderSound(orderSound(sdp('111 63 9 0'), true), false)).to.equal(sdp('111 63 9 0'));
  });

  it('is about the microphone, which stands first, alone', () => {
    const [one, two] = [sdp('111 63'), sdp('111 63')];
    expect(orderSound(one + two, true)).to.equal(sdp('63 111') + two);
  });

  it('leaves alone what has only one of both, or no sound', () => {
    const without = sdp('111 9').replace('a=rtpmap:63 red/48000/2\r\n', '');
    for (const untouched of [without, 'v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n', '']) {
      expect(orderSound(untouched, true)).to.equal(untouched);
    }
  });
});
