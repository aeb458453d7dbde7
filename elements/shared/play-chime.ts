import { systemClock } from '../../src/base/clock.js';

/** Two notes, each with when it begins, seconds. */
const NOTES = [
  { hertz: 523.25, at: 0.05 },
  { hertz: 783.99, at: 0.45 },
] as const;
const NOTE_SECONDS = 0.7;
const LOUDNESS = 0.25;
/** A browser that holds sound back lets it wait for ever. */
const PATIENCE_MS = 5000;

type Player = HTMLAudioElement & { setSinkId?(id: string): Promise<void> };

/** Plays two notes on that speaker (null: the default) and settles when they are over; rejects when they cannot be heard. */
export async function playChime(speakerId: string | null): Promise<void> {
  const context = new AudioContext();
  const player: Player = new Audio();
  try {
    await within(PATIENCE_MS, play(context, player, speakerId));
  } finally {
    player.pause();
    player.srcObject = null;
    await context.close();
  }
}

async function play(context: AudioContext, player: Player, speakerId: string | null): Promise<void> {
  await context.resume();
  const output = context.createMediaStreamDestination();
  player.srcObject = output.stream;
  await player.setSinkId?.(speakerId ?? '');
  await player.play();
  await Promise.all(NOTES.map(({ hertz, at }) => note(context, output, hertz, context.currentTime + at)));
}

function note(context: AudioContext, output: AudioNode, hertz: number, start: number): Promise<void> {
  const tone = new OscillatorNode(context, { frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  tone.connect(volume).connect(output);
  // Swells and fades, or it would click.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS);
  tone.start(start);
  tone.stop(start + NOTE_SECONDS);
  return new Promise((resolve) => {
    tone.onended = () => {
      resolve();
    };
  });
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let cancel = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = systemClock.after(milliseconds, () => {
      reject(new Error('It took too long.'));
    });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}
