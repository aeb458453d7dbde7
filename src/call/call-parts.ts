import { Emitter } from '../base/emitter.js';
import { Scope } from '../base/scope.js';
import { CallSnapshot } from './state/call-snapshot.js';
import { CallSound, LOCAL_ID } from './participants/call-sound.js';
import type { Call, CallEvents } from './call.js';
import { Captures } from './capture/captures.js';
import type { ControllerOptions } from './controller-options.js';
import { keepJournal, type CallJournal } from './diagnostics/call-journal.js';
import { DeviceFollower } from './capture/device-follower.js';
import { Later } from './later/later.js';
import { Participants } from './participants/participants.js';
import { Restore } from './stay/restore.js';
import { Stay } from './stay/stay.js';
import { Surroundings } from './stay/surroundings.js';
import { Upkeep } from './stay/upkeep.js';

/** What a controller turns its intents into. */
export interface CallParts {
  readonly emitter: Emitter<CallEvents>;
  readonly scope: Scope;
  readonly snapshot: CallSnapshot;
  readonly captures: Captures;
  readonly sound: CallSound;
  readonly stay: Stay;
  readonly devices: DeviceFollower;
  readonly journal: CallJournal;
  readonly later: Later;
  /** Releases everything; the promise settles when the others were told. Idempotent. */
  readonly close: () => Promise<void>;
}

/** Makes the parts of one call and joins them: what one tells, the others learn. */
export function createParts(options: ControllerOptions, intents: Pick<Call, 'setMicrophone' | 'setCamera' | 'leave'>): CallParts {
  const { media, audioOutput, levelMeter, clock, world, iceServers } = options;
  const emitter = new Emitter<CallEvents>();
  const scope = new Scope(clock);
  const snapshot = new CallSnapshot({ options: options.options, media, isHandheld: world.isHandheld, emitter });
  const journal = keepJournal({ ...options, emitter, snapshot });
  const participants = new Participants({
    emitter,
    onChange: (list) => {
      snapshot.patch({ ...later.features?.follow(list), participants: list });
    },
  });
  const sound = new CallSound({
    audioOutput,
    levelMeter,
    clock,
    onSpeaking: (id, speaking) => {
      if (id === LOCAL_ID) snapshot.setFacts({ speaking });
      else participants.setSpeaking(id, speaking);
    },
    onDominant: (speakerId) => {
      snapshot.patch({ speakerId });
    },
  });
  const captures = new Captures({
    media,
    scope,
    onChange: () => {
      snapshot.patch(captures.state);
      snapshot.setFacts({
        camera: captures.track('camera'),
        screen: captures.track('screen'),
        microphone: captures.track('microphone'),
      });
      sound.setLocalTrack(captures.track('microphone'));
      stay.updatePresence();
    },
    onError: (error) => {
      emitter.emit('error', { error });
    },
  });
  if (world.isHandheld) captures.microphoneChannels = 1;
  const restore = new Restore({ store: options.restoreStore, world, clock, snapshot, captures });
  const later = new Later(() => ({
    ...options,
    snapshot,
    emitter,
    participants,
    captures,
    devices,
    scope,
    updatePresence: () => {
      stay.updatePresence();
    },
    intents,
  }));
  const upkeep = new Upkeep({ world, clock, snapshot, restore, iceServers, later });
  const stay = new Stay({ ...options, snapshot, emitter, participants, sound, captures, restore, upkeep, later });
  const devices = new DeviceFollower({ media, audioOutput, memory: options.deviceMemory, captures, snapshot, emitter, scope, clock });
  new Surroundings({ world, snapshot, captures, scope });
  scope.add(
    audioOutput.onBlocked((isSoundBlocked) => {
      snapshot.patch({ isSoundBlocked });
    }),
  );
  scope.add(
    iceServers.onError((error) => {
      emitter.emit('error', { error });
    }),
  );

  const close = async (): Promise<void> => {
    if (scope.isClosed) return;
    const left = stay.leave();
    captures.release();
    scope.close();
    restore.close();
    sound.setLocalTrack(null);
    for (const part of [media, audioOutput, levelMeter, world, iceServers]) part.close();
    await left;
    emitter.clear();
  };
  return { emitter, scope, snapshot, captures, sound, stay, devices, journal, later, close };
}
