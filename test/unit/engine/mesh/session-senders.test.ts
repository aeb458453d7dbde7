import { aTimeout, expect } from '@open-wc/testing';
import { Scope } from '../../../../src/base/scope.js';
import { LinkMedia } from '../../../../src/engine/mesh/link-media.js';
import { SessionSenders } from '../../../../src/engine/mesh/session-senders.js';
import { TRACK_SOURCES, type SendLimit, type TrackSource } from '../../../../src/engine/engine-port.js';
import { createFakeClock } from '../../../support/fake-clock.js';

const NO_LIMIT: SendLimit = { maxBitrateBps: null, maxFrameRate: null, scaleDownBy: null };

describe('SessionSenders', () => {
  const track = (name: string): MediaStreamTrack => ({ name }) as unknown as MediaStreamTrack;

  /** What goes out by source; a browser that takes its time. */
  const create = (): { senders: SessionSenders; sent: Map<TrackSource, unknown>; taken: unknown[]; active: boolean[]; scope: Scope } => {
    const sent = new Map<TrackSource, unknown>();
    const taken: unknown[] = [];
    const active: boolean[] = [];
    const connection = Object.assign(new EventTarget(), {
      addTransceiver: () => {
        const source = TRACK_SOURCES[sent.size]!;
        sent.set(source, null);
        return {
          receiver: { track: track('remote') },
          sender: {
            replaceTrack: (next: MediaStreamTrack | null) => {
              sent.set(source, next);
              taken.push(next);
              return Promise.resolve();
            },
            getParameters: () => ({ encodings: [{}] }),
            setParameters: ({ encodings }: RTCRtpSendParameters) => {
              if (source === 'camera') active.push(encodings[0]!.active!);
              return Promise.resolve();
            },
          },
        };
      },
    });
    const scope = new Scope(createFakeClock());
    const senders = new SessionSenders({ connection: connection as unknown as RTCPeerConnection, scope, tracks: new Map() });
    senders.create();
    return { senders, sent, taken, active, scope };
  };

  it('sends nothing of what is stopped, also of a track that comes meanwhile, and that one when it goes on', async () => {
    const { senders, sent } = create();
    const [first, second] = [track('first'), track('second')];
    await senders.setTrack('camera', first);
    expect(sent.get('camera')).to.equal(first);
    senders.stop('camera', true);
    expect(sent.get('camera')).to.equal(null);
    await senders.setTrack('camera', second);
    expect(sent.get('camera')).to.equal(null);
    senders.stop('camera', false);
    expect(sent.get('camera')).to.equal(second);
  });

  it('takes no track away twice', async () => {
    const { senders, taken } = create();
    await senders.setTrack('screen', track('screen'));
    for (const isStopped of [false, true, true, false, false]) senders.stop('screen', isStopped);
    expect(taken).to.have.length(3);
  });

  it('stops a picture that is unseen, off or paused, until it is none of them', async () => {
    const { senders, sent, active } = create();
    await import('../../../../src/engine/tuning/late-tune-sender.js');
    const camera = track('camera');
    const limits = new Map<TrackSource, SendLimit>();
    const options = { remoteId: 'ada', emit: () => undefined, localTracks: new Map([['camera', camera] as const]), sendLimits: limits };
    const media = new LinkMedia(options);
    media.release({ senders, tracks: new Map() });
    expect(sent.get('camera')).to.equal(camera);
    media.handleWish({ type: 'wish', source: 'camera', isVisible: false });
    limits.set('camera', { ...NO_LIMIT, isOff: true });
    media.tune('camera');
    media.pausePictures();
    media.handleWish({ type: 'wish', source: 'camera', isVisible: true });
    expect(sent.get('camera'), 'still off and paused').to.equal(null);
    limits.delete('camera');
    media.tune('camera');
    expect(sent.get('camera'), 'still paused').to.equal(null);
    media.resumePictures();
    expect(sent.get('camera')).to.equal(camera);
    await aTimeout(50);
    active.length = 0;
    media.refreshPictures();
    await aTimeout(50);
    expect(active, 'a key frame').to.deep.equal([false, true]);
    media.handleWish({ type: 'wish', source: 'camera', isVisible: false });
    media.refreshPictures();
    await aTimeout(50);
    expect(active, 'of what is sent only').to.deep.equal([false, true]);
  });

  it('touches nothing of a connection that is closed', async () => {
    const { senders, taken, scope } = create();
    scope.close();
    await senders.setTrack('camera', track('late'));
    senders.stop('camera', true);
    expect(taken).to.deep.equal([]);
  });
});
