import { expect } from '@open-wc/testing';
import { tuneOpus } from '../../../../src/engine/mesh/tune-opus.js';

const sdp = (...lines: string[]): string => ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111 63', ...lines, ''].join('\r\n');

describe('tuneOpus', () => {
  it('asks for repair data and silence that costs nothing, and keeps what else was said', () => {
    const said = sdp('a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10;useinbandfec=1', 'a=fmtp:63 111/111');
    expect(tuneOpus(said)).to.equal(
      sdp('a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1', 'a=fmtp:63 111/111'),
    );
  });

  it('takes back what says otherwise: one channel, in every section', () => {
    const section = ['a=rtpmap:109 opus/48000/2', 'a=fmtp:109 maxplaybackrate=48000;stereo=1; usedtx=0;useinbandfec=0'];
    const tuned = ['a=rtpmap:109 opus/48000/2', 'a=fmtp:109 maxplaybackrate=48000;useinbandfec=1;usedtx=1'];
    expect(tuneOpus(sdp(...section, ...section))).to.equal(sdp(...tuned, ...tuned));
  });

  it('leaves two channels to those who send two', () => {
    const said = sdp('a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10;stereo=1;sprop-stereo=1;useinbandfec=1');
    expect(tuneOpus(said, true)).to.equal(
      sdp('a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10;stereo=1;sprop-stereo=1;useinbandfec=1;usedtx=1'),
    );
    expect(tuneOpus(said)).to.not.match(/[ ;]stereo=1/);
  });

  it('says nothing twice when it is done again', () => {
    const once = tuneOpus(sdp('a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10'));
    expect(tuneOpus(once)).to.equal(once);
  });

  it('leaves alone what has no Opus, and formats whose number begins alike', () => {
    for (const untouched of [sdp('a=rtpmap:0 PCMU/8000', 'a=fmtp:0 x=1'), sdp('a=rtpmap:11 opus/48000/2', 'a=fmtp:111 x=1'), '']) {
      expect(tuneOpus(untouched)).to.equal(untouched);
    }
  });
});
