import { expect, waitUntil } from '@open-wc/testing';
import { systemClock } from '../../../src/base/clock.js';
import { Scope } from '../../../src/base/scope.js';
import type { AudioOutput } from '../../../src/media/audio-output-port.js';
import { createAudioOutput } from '../../../src/media/audio-output.js';
import { setLoudness } from '../../../src/media/late-loudness.js';

/** A quiet tone: twice as loud it must not be cut. */
class Tone {
  readonly context = new AudioContext();
  readonly #destination = this.context.createMediaStreamDestination();

  constructor(amplitude = 0.2) {
    const oscillator = this.context.createOscillator();
    const gain = this.context.createGain();
    gain.gain.value = amplitude;
    oscillator.connect(gain).connect(this.#destination);
    oscillator.start();
  }

  get track(): MediaStreamTrack {
    return this.#destination.stream.getAudioTracks()[0]!;
  }

  /** The root mean square of what a stream carries now. */
  async levelOf(stream: MediaStream): Promise<number> {
    const analyser = this.context.createAnalyser();
    const source = this.context.createMediaStreamSource(stream);
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    await new Promise((resolve) => setTimeout(resolve, 200));
    analyser.getFloatTimeDomainData(samples);
    source.disconnect();
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  }
}

describe('loudness', () => {
  const play = HTMLMediaElement.prototype.play;
  let played: HTMLMediaElement[];
  let output: AudioOutput;
  let tone: Tone;

  const element = (): HTMLAudioElement => played[0] as HTMLAudioElement;
  const isPlain = (): boolean => (element().srcObject as MediaStream).getAudioTracks()[0] === tone.track;

  beforeEach(() => {
    played = [];
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (!played.includes(this)) played.push(this);
      return Promise.resolve();
    };
    tone = new Tone();
    output = createAudioOutput({ clock: systemClock });
  });
  afterEach(async () => {
    output.close();
    HTMLMediaElement.prototype.play = play;
    await tone.context.close();
  });

  it('is the plain element for those whom nobody turns up or down', async () => {
    output.play('a', tone.track);
    output.setVolume('b', 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isPlain()).to.equal(true);
    expect(element().volume).to.equal(1);
    expect(played).to.have.length(1);
  });

  it('below 1 is the volume of the element', async () => {
    output.play('a', tone.track);
    output.setVolume('a', 0.25);
    await waitUntil(() => element().volume === 0.25);
    expect(isPlain()).to.equal(true);
    output.setVolume('a', 0);
    await waitUntil(() => element().volume === 0);
  });

  it('of 2 is twice as loud, through the same element, and 1 is plain again', async () => {
    output.play('a', tone.track);
    const before = await tone.levelOf(element().srcObject as MediaStream);
    expect(before).to.be.greaterThan(0.1);
    output.setVolume('a', 2);
    await waitUntil(() => !isPlain(), 'amplified');
    const after = await tone.levelOf(element().srcObject as MediaStream);
    expect(after / before).to.be.within(1.8, 2.2);
    output.setVolume('a', 1);
    await waitUntil(isPlain, 'plain');
    expect(element().volume).to.equal(1);
  });

  it('holds for what the same one sends later', async () => {
    output.setVolume('a', 0.5);
    output.play('a', tone.track);
    await waitUntil(() => element().volume === 0.5);
    output.play('a', null);
    output.play('a', tone.track);
    await waitUntil(() => (played[1] as HTMLAudioElement).volume === 0.5);
    output.setVolume('a', 1);
    output.play('a', null);
    output.play('a', tone.track);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((played[2] as HTMLAudioElement).volume).to.equal(1);
  });

  it('goes through a gain where the element ignores its volume', async () => {
    const scope = new Scope(systemClock);
    const deaf = new Audio();
    Object.defineProperty(deaf, 'volume', { get: () => 1, set: () => undefined });
    deaf.srcObject = new MediaStream([tone.track]);
    const before = await tone.levelOf(deaf.srcObject);
    setLoudness({ element: deaf, track: tone.track, scope }, 0.5);
    await waitUntil(() => (deaf.srcObject as MediaStream).getAudioTracks()[0] !== tone.track, 'through the gain');
    const after = await tone.levelOf(deaf.srcObject);
    expect(after / before).to.be.within(0.4, 0.6);
    scope.close();
  });

  it('does nothing to one that plays no more', () => {
    const scope = new Scope(systemClock);
    scope.close();
    const ended = new Audio();
    setLoudness({ element: ended, track: tone.track, scope }, 0.5);
    expect(ended.volume).to.equal(1);
  });
});

describe('loudness of what comes over a connection', () => {
  it('of 2 is twice as loud, and not silent', async () => {
    const original = HTMLMediaElement.prototype.play;
    const elements = new Set<HTMLMediaElement>();
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      elements.add(this);
      return original.call(this);
    };
    const tone = new Tone();
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const output = createAudioOutput({ clock: systemClock });
    try {
      near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
      far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
      const arrived = new Promise<MediaStreamTrack>((resolve) => (far.ontrack = ({ track }) => resolve(track)));
      near.addTrack(tone.track);
      await near.setLocalDescription();
      await far.setRemoteDescription(near.localDescription!);
      await far.setLocalDescription();
      await near.setRemoteDescription(far.localDescription!);
      const track = await arrived;
      output.play('a', track);
      const [element] = elements as unknown as Iterable<HTMLAudioElement>;
      const level = (): Promise<number> => tone.levelOf(element!.srcObject as MediaStream);
      await waitUntil(async () => (await level()) > 0.05, 'heard', { timeout: 10_000 });
      const before = await level();
      output.setVolume('a', 2);
      await waitUntil(() => (element!.srcObject as MediaStream).getAudioTracks()[0] !== track, 'amplified');
      await waitUntil(async () => (await level()) / before > 1.5, 'louder', { timeout: 10_000 });
      expect((await level()) / before).to.be.within(1.5, 2.5);
    } finally {
      output.close();
      near.close();
      far.close();
      HTMLMediaElement.prototype.play = original;
      await tone.context.close();
    }
  });
});
