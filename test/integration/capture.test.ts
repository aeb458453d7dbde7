import { expect } from '@open-wc/testing';
import { createCall, type Call } from '../../src/index.js';
import { until } from '../support/mesh-harness.js';

const LONG_MS = 120_000;

describe('what is captured and sent, over real connections', () => {
  let server = '';
  let calls: Call[] = [];

  before(async () => {
    server = ((await (await fetch('/__peer-server')).json()) as { url: string }).url;
  });
  afterEach(async () => {
    await Promise.all(calls.map((call) => call.close()));
    calls = [];
  });

  async function together(room: string): Promise<readonly [Call, Call]> {
    const [ana, ben] = ['Ana', 'Ben'].map((name) => createCall({ room, name, server, muted: true, cameraOff: name === 'Ben' })) as [
      Call,
      Call,
    ];
    calls = [ana, ben];
    for (const call of calls) await call.join();
    await until(() => ben.state.participants[0]?.camera === 'on', 'together', LONG_MS);
    await until(() => ana.state.adaptation.budgetBps !== null, 'a budget', LONG_MS);
    return [ana, ben];
  }

  /** The largest picture that came in the last moment. */
  async function shownTo(call: Call): Promise<string> {
    const sizes: string[] = [];
    for (const report of (await call.getStats()).values())
      report.forEach((stat: Readonly<Record<string, unknown>>) => {
        if (stat['type'] === 'inbound-rtp' && stat['kind'] === 'video' && Number(stat['framesDecoded'] ?? 0) > 0)
          sizes.push(`${String(stat['frameWidth'])}×${String(stat['frameHeight'])}`);
      });
    return sizes.join();
  }

  it('is of the size of each profile, of one camera that runs on', async () => {
    const [ana, ben] = await together('profiles');
    const track = ana.state.self.cameraStream!.getVideoTracks()[0]!;
    await ana.setAdaptive(false);
    for (const [profile, size] of [
      ['medium', '1280×720'],
      ['low', '480×360'],
      ['high', '1920×1080'],
    ] as const) {
      await ana.setVideoQuality(profile);
      // A machine that is too slow for the largest sends a little less of it.
      const isShown = async (): Promise<boolean> => {
        const shown = await shownTo(ben);
        return profile === 'high' ? Number.parseInt(shown, 10) > 1280 : shown === size;
      };
      await until(isShown, `${profile}: ${size}`, LONG_MS);
      const { width, height } = track.getSettings();
      expect(`${String(width)}×${String(height)}`).to.equal(profile === 'low' ? '640×480' : size);
      expect(ana.state.self.cameraStream!.getVideoTracks()[0]).to.equal(track);
      expect(track.readyState).to.equal('live');
    }
  }).timeout(400_000);

  it('is music in two channels when that is chosen, of a microphone that still cancels echo', async () => {
    const [ana, ben] = await together('music');
    await ana.setMicrophone(true);
    await ana.setAudioQuality('maximum');
    const settings = (): MediaTrackSettings | undefined => ana.state.self.microphoneStream?.getAudioTracks()[0]?.getSettings();
    await until(() => settings()?.channelCount === 2, 'two channels captured', LONG_MS);
    expect(settings()!.echoCancellation).to.equal(true);
    const isHeardInStereo = async (): Promise<boolean> => {
      let isFound = false;
      for (const report of (await ben.getStats()).values())
        report.forEach((stat: Readonly<Record<string, unknown>>) => {
          if (stat['type'] === 'codec' && /(?:^|;)stereo=1/.test(String(stat['sdpFmtpLine']))) isFound = true;
        });
      return isFound;
    };
    await until(isHeardInStereo, 'two channels heard', LONG_MS);
    expect(ana.state.microphone).to.equal('on');
  }).timeout(300_000);
});
