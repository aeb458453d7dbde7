import { expect, waitUntil } from '@open-wc/testing';
import { systemClock } from '../../../src/base/clock.js';
import type { AudioOutput } from '../../../src/media/audio-output-port.js';
import { createAudioOutput } from '../../../src/media/audio-output.js';
import { createLevelMeter } from '../../../src/media/level-meter.js';
import { codeOf, settle } from '../../support/call-harness.js';
import { createAudioTrack } from '../../support/fake-media.js';

/** A tone that can be turned off. */
function createTone(): { track: MediaStreamTrack; silence: () => void; close: () => Promise<void> } {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const destination = context.createMediaStreamDestination();
  oscillator.connect(destination);
  oscillator.start();
  return {
    track: destination.stream.getAudioTracks()[0]!,
    silence: () => {
      oscillator.disconnect();
    },
    close: () => context.close(),
  };
}

describe('level meter', () => {
  it('is high for a tone, falls to nothing in silence, and stops when told', async () => {
    const meter = createLevelMeter({ clock: systemClock });
    const tone = createTone();
    const levels: number[] = [];
    const stop = meter.watch(tone.track, (level) => levels.push(level));
    await waitUntil(() => (levels.at(-1) ?? 0) > 0.5, 'the tone was not heard', { timeout: 5000 });
    tone.silence();
    await waitUntil(() => levels.at(-1) === 0, 'the silence was not heard', { timeout: 5000 });
    expect(levels.every((level) => level >= 0 && level <= 1)).to.equal(true);
    stop();
    const { length } = levels;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(levels).to.have.length(length);
    meter.close();
    await tone.close();
  });
});

describe('audio output', () => {
  const play = HTMLMediaElement.prototype.play;
  let played: HTMLMediaElement[];
  let isRefusing: boolean;
  let output: AudioOutput;
  let blocked: boolean[];

  beforeEach(() => {
    played = [];
    blocked = [];
    isRefusing = false;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      played.push(this);
      return isRefusing ? Promise.reject(new DOMException('No', 'NotAllowedError')) : Promise.resolve();
    };
    output = createAudioOutput({ clock: systemClock });
    output.onBlocked((isBlocked) => blocked.push(isBlocked));
  });
  afterEach(() => {
    output.close();
    HTMLMediaElement.prototype.play = play;
  });

  it('plays by an explicit play() at once and when it can', async () => {
    output.play('a', createAudioTrack());
    expect(played).to.have.length(1);
    played[0]!.dispatchEvent(new Event('canplay'));
    expect(played).to.have.length(2);
    await settle();
    expect(blocked).to.deep.equal([]);
  });

  it('does not begin again for the same track, and lets go of one that is replaced or gone', () => {
    const track = createAudioTrack();
    output.play('a', track);
    output.play('a', track);
    expect(played).to.have.length(1);
    output.play('a', createAudioTrack());
    expect(played[0]!.srcObject).to.equal(null);
    output.play('a', null);
    expect(played[1]!.srcObject).to.equal(null);
  });

  it('says once that it is refused, and that it is allowed', async () => {
    isRefusing = true;
    output.play('a', createAudioTrack());
    output.play('b', createAudioTrack());
    await settle();
    expect(blocked).to.deep.equal([true]);
    expect(await codeOf(output.allowSound())).to.equal('media/permission-denied');
    isRefusing = false;
    await output.allowSound();
    expect(blocked).to.deep.equal([true, false]);
  });

  it('is not refused any more when who was refused is gone', async () => {
    isRefusing = true;
    output.play('a', createAudioTrack());
    await settle();
    output.play('a', null);
    expect(blocked).to.deep.equal([true, false]);
  });

  it('sends what plays now and later to the chosen speaker, and rejects for one that is missing', async () => {
    const routed: string[] = [];
    const original = HTMLMediaElement.prototype.setSinkId;
    HTMLMediaElement.prototype.setSinkId = (id) => {
      routed.push(id);
      return id === 'gone' ? Promise.reject(new DOMException('No', 'NotFoundError')) : Promise.resolve();
    };
    try {
      output.play('a', createAudioTrack());
      await output.setSpeaker('desk');
      output.play('b', createAudioTrack());
      expect(routed).to.deep.equal(['desk', 'desk']);
      expect(await codeOf(output.setSpeaker('gone'))).to.equal('media/device-not-found');
      routed.length = 0;
      output.play('c', createAudioTrack());
      expect(routed).to.deep.equal(['desk']);
    } finally {
      HTMLMediaElement.prototype.setSinkId = original;
    }
  });

  it('plays nothing after it is closed', () => {
    output.close();
    output.play('a', createAudioTrack());
    expect(played).to.deep.equal([]);
  });
});
