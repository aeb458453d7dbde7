import { NexError } from '../base/nex-error.js';
import type { CallExtras } from '../call/call-extras.js';
import type { CallInput } from '../call/call-options.js';
import { invalidOption } from '../call/invalid-option.js';
import { readOptions } from '../call/read-options.js';

const MAX_TOKEN_LENGTH = 8192;
const NAMES: Readonly<Record<string, string>> = { server: 'signaling.url', 'ice-servers': 'iceServers' };

/** What every call of a core is made with. */
export interface CallRecipe {
  readonly input: Omit<CallInput, 'room'>;
  readonly extras: CallExtras;
  readonly hasAudio: boolean;
  readonly hasVideo: boolean;
}

/** Checks everything a core is told, which may come from untyped code. Throws `config/invalid`, naming the member. */
export function readCoreConfig(config: unknown): CallRecipe {
  const { signaling, iceServers, media, debug } = readRecord('config', config);
  const { url, token, reconnectAttempts } = readRecord('signaling', signaling);
  const { video, audio } = readRecord('media', media);
  if (typeof url !== 'string' || url.trim() === '') throw invalidOption('signaling.url', url, 'one or more URLs separated by spaces');
  if (!Array.isArray(iceServers)) throw invalidOption('iceServers', undefined, 'a list of ICE servers, which may be empty');
  if (debug !== undefined && typeof debug !== 'boolean') throw invalidOption('debug', debug, 'true or false');
  const camera = readCapture('media.video', video);
  const microphone = readCapture('media.audio', audio);
  const recipe: CallRecipe = {
    input: {
      server: url,
      iceServers: iceServers as readonly RTCIceServer[],
      noVideo: camera === null,
      muted: microphone === null,
      ...(debug === true ? { debug: '' } : {}),
    },
    extras: {
      isSilent: true,
      isForgetful: true,
      token: readToken(token),
      microphoneConstraints: microphone ?? {},
      cameraConstraints: camera ?? {},
      ...readAttempts(reconnectAttempts),
    },
    hasAudio: microphone !== null,
    hasVideo: camera !== null,
  };
  checkRecipe(recipe);
  return recipe;
}

/** What a call would refuse is refused now, under the names it has here. */
function checkRecipe({ input }: CallRecipe): void {
  try {
    readOptions({ ...input, room: 'any' });
  } catch (thrown) {
    if (!(thrown instanceof NexError)) throw thrown;
    const { option = '', value, expected = '' } = thrown.detail;
    throw invalidOption(NAMES[option] ?? option, value, expected);
  }
}

function readCapture(option: string, value: unknown): MediaTrackConstraints | null {
  if (value === false) return null;
  if (value === true) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...(value as MediaTrackConstraints) };
  throw invalidOption(option, value, 'true, false or constraints');
}

function readToken(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string' && value !== '' && value.length <= MAX_TOKEN_LENGTH) return value;
  throw invalidOption('signaling.token', undefined, `1 to ${MAX_TOKEN_LENGTH} characters`);
}

function readAttempts(value: unknown): Pick<CallExtras, 'reconnectAttempts'> {
  if (value === undefined) return {};
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return { reconnectAttempts: value };
  throw invalidOption('signaling.reconnectAttempts', value, 'a whole number, 0 or more');
}

function readRecord(option: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  throw invalidOption(option, value, 'an object');
}
