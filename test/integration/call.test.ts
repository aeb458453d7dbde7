import { expect } from '@open-wc/testing';
import { createCall, type Call } from '../../src/index.js';
import { canMeasureSound, canShareScreen } from '../support/browser-limits.js';
import { until, pause } from '../support/mesh-harness.js';

describe('calls over a real PeerServer with the fake devices of the browser', () => {
  let server = '';
  let calls: Call[] = [];
  let videos: HTMLVideoElement[] = [];

  before(async () => {
    server = ((await (await fetch('/__peer-server')).json()) as { url: string }).url;
  });
  afterEach(async () => {
    await Promise.all(calls.map((call) => call.close()));
    calls = [];
    for (const video of videos) video.remove();
    videos = [];
  });

  const create = (room: string, name: string): Call => {
    const call = createCall({ room, name, server });
    calls.push(call);
    return call;
  };
  const isTogether = (all: readonly Call[]): boolean =>
    all.every(
      ({ state }) =>
        state.status === 'connected' &&
        state.participants.length === all.length - 1 &&
        state.participants.every(({ connection, name, camera }) => connection === 'connected' && name !== '' && camera === 'on'),
    );
  const play = async (stream: MediaStream): Promise<HTMLVideoElement> => {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    document.body.append(video);
    videos.push(video);
    await video.play();
    return video;
  };

  for (const count of [2, 3]) {
    it(`gives ${String(count)} participants each other's names, pictures and sound`, async () => {
      const all = Array.from({ length: count }, (_, index) => create(`room of ${String(count)}`, `Guest ${String(index)}`));
      for (const call of all) await call.join();
      await until(() => isTogether(all), 'together', 15_000);
      for (const { state } of all) {
        for (const { cameraStream } of state.participants) {
          if (!cameraStream) throw new Error('no picture');
          const video = await play(cameraStream);
          // Firefox counts the frames of a file only, not those of a stream.
          let frames = 0;
          const count = (): void => {
            frames += 1;
            video.requestVideoFrameCallback(count);
          };
          video.requestVideoFrameCallback(count);
          await until(() => frames > 2, 'frames');
        }
      }
      if (!canMeasureSound) return;
      const [first] = all;
      const heard = new Set<string>();
      for (const { id } of first?.state.participants ?? []) first?.onAudioLevel(id, (level) => level > 0.01 && heard.add(id));
      await until(() => heard.size === count - 1, 'sound');
    });
  }

  it('says on the other side what was turned off, and shares a screen beside the camera', async () => {
    const [ana, ben] = [create('switches', 'Ana'), create('switches', 'Ben')];
    for (const call of [ana, ben]) await call.join();
    await until(() => isTogether([ana, ben]), 'together');
    await ana.setCamera(false);
    expect(ana.state.camera).to.equal('off');
    await until(() => ben.state.participants[0]?.camera === 'off', 'camera off');
    expect(ben.state.participants[0]?.cameraStream).to.equal(null);
    await ana.setMicrophone(false);
    await until(() => ben.state.participants[0]?.microphone === 'off', 'muted');
    await ana.setCamera(true);
    await until(() => ben.state.participants[0]?.cameraStream !== null, 'camera on');
    if (!canShareScreen) return;
    await ana.setScreenShare(true);
    await until(() => ben.state.participants[0]?.screenStream !== null, 'screen');
    const screen = ben.state.participants[0]?.screenStream;
    if (!screen) throw new Error('no screen');
    const video = await play(screen);
    await until(() => video.videoWidth > 0, 'a picture of the screen');
    await ana.setScreenShare(false);
    await until(() => ben.state.participants[0]?.screenStream === null, 'screen off');
  });

  it('puts the camera out at once, within half a second', async () => {
    const ana = create('light', 'Ana');
    await ana.join();
    await until(() => ana.state.camera === 'on', 'camera on');
    const track = ana.state.self.cameraStream?.getVideoTracks()[0];
    expect(track?.readyState).to.equal('live');
    const off = ana.setCamera(false);
    await pause(0);
    expect(track?.readyState).to.equal('ended');
    await off;
  });

  (canMeasureSound ? it : it.skip)(
    'sends nothing of a muted microphone, says who speaks into it, and has it back at once without asking for it again',
    async () => {
      const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      const context = new AudioContext();
      let asked = 0;
      // The browser's own fake microphone only beeps for a moment now and then: too short to be speech.
      const speak = (): MediaStream => {
        const voice = new OscillatorNode(context, { frequency: 220 });
        const heard = context.createMediaStreamDestination();
        voice.connect(new GainNode(context, { gain: 0.3 })).connect(heard);
        voice.start();
        return heard.stream;
      };
      navigator.mediaDevices.getUserMedia = (constraints) => {
        if (!constraints?.audio) return getUserMedia(constraints);
        asked += 1;
        return Promise.resolve(speak());
      };
      const [ana, ben] = [create('muted', 'Ana'), create('muted', 'Ben')];
      for (const call of [ana, ben]) await call.join();
      await until(() => isTogether([ana, ben]), 'together');
      // What keeps a muted microphone comes with the hands.
      await ana.raiseHand(true);
      const sent = async (): Promise<number> => {
        let packets = 0;
        for (const report of (await ana.getStats()).values()) {
          report.forEach((entry: RTCOutboundRtpStreamStats & { readonly kind: string }) => {
            if (entry.type === 'outbound-rtp' && entry.kind === 'audio') packets += entry.packetsSent ?? 0;
          });
        }
        return packets;
      };
      try {
        const first = await sent();
        await pause(500);
        const second = await sent();
        expect(second).to.be.greaterThan(first + 10);
        const track = ana.state.self.microphoneStream?.getAudioTracks()[0];
        await ana.setMicrophone(false);
        expect([ana.state.microphone, ana.state.self.microphoneStream, track?.readyState]).to.deep.equal(['off', null, 'live']);
        const muted = await sent();
        await until(() => ben.state.participants[0]?.microphone === 'off', 'muted for the other');
        await until(() => ana.state.isSpeakingMuted, 'speaking while muted', 10_000);
        await pause(500);
        expect((await sent()) - muted).to.be.lessThan(5);
        const before = performance.now();
        await ana.setMicrophone(true);
        expect(performance.now() - before).to.be.lessThan(100);
        expect([ana.state.microphone, ana.state.isSpeakingMuted]).to.deep.equal(['on', false]);
        expect(ana.state.self.microphoneStream?.getAudioTracks()).to.deep.equal([track]);
        await pause(500);
        expect(await sent()).to.be.greaterThan(muted + 10);
        await ana.setMicrophone(false);
        await ana.leave();
        expect([track?.readyState, asked]).to.deep.equal(['ended', 2]);
      } finally {
        navigator.mediaDevices.getUserMedia = getUserMedia;
        await context.close();
      }
    },
  );

  it('lets one leave and come back with the same call', async () => {
    const [ana, ben] = [create('again', 'Ana'), create('again', 'Ben')];
    for (const call of [ana, ben]) await call.join();
    await until(() => isTogether([ana, ben]), 'together');
    await ben.leave();
    expect(ben.state.status).to.equal('ended');
    await until(() => ana.state.participants.length === 0, 'alone');
    await ben.join();
    await until(() => isTogether([ana, ben]), 'together again');
  });

  it('tells in a report how its connections went, also after leaving', async () => {
    const [ana, ben] = [create('report', 'Ana'), create('report', 'Ben')];
    for (const call of [ana, ben]) await call.join();
    await until(() => isTogether([ana, ben]), 'together');
    await ana.raiseHand(true);
    await ana.leave();
    const [participant] = (await ana.diagnostics()).participants;
    expect(participant?.isHere).to.equal(false);
    expect(participant?.connection?.history.map(({ state }) => state)).to.include('connected');
    expect(participant?.connection?.path?.protocol).to.equal('udp');
  });

  it('measures the quality of a good connection as good', async () => {
    const [ana, ben] = [create('quality', 'Ana'), create('quality', 'Ben')];
    for (const call of [ana, ben]) await call.join();
    const stats: unknown[] = [];
    ana.on('stats-updated', (event) => stats.push(event.stats));
    await until(() => ana.state.quality !== null && stats.length > 1, 'a quality', 15_000);
    // On a machine with other work the sound of the first seconds may truly have gaps.
    const isGood = () => ['excellent', 'good'].includes(ana.state.participants[0]?.quality?.level ?? '');
    await until(isGood, 'a good quality', 20_000);
  }).timeout(40_000);
});
