import { LOCAL_ID } from '../participants/call-sound.js';
import type { CallIntent, CallState } from '../call.js';
import type { CallOptions } from '../call-options.js';
import { createParticipant } from '../participants/participants.js';

const NOTHING: readonly never[] = Object.freeze([]);

/** The snapshot of a call that has not begun. */
export function initialState(options: CallOptions, can: Readonly<Record<CallIntent, boolean>>): CallState {
  return {
    status: 'idle',
    room: options.room,
    self: createParticipant({ id: LOCAL_ID, joinedAt: 0, isLocal: true, name: options.name }),
    participants: NOTHING,
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    mediaErrors: Object.freeze({ microphone: null, camera: null, screen: null }),
    devices: NOTHING,
    selectedDevices: Object.freeze({ microphone: null, camera: null, speaker: null }),
    layout: options.layout,
    speakerId: null,
    pinned: NOTHING,
    spotlightId: null,
    hiddenTiles: NOTHING,
    selfView: 'tile',
    volumes: Object.freeze({}),
    messages: NOTHING,
    unread: 0,
    isSpeakingMuted: false,
    cameraFeatures: null,
    quality: null,
    error: null,
    endReason: null,
    isSoundBlocked: false,
    isSignalingReachable: false,
    isOffline: false,
    power: Object.freeze({ isBatteryLow: false, isDataSaver: false, isCellular: false }),
    adaptation: Object.freeze({ isAdaptive: true, isSigning: false, budgetBps: null, steps: NOTHING }),
    canResume: false,
    can,
    options,
  };
}
