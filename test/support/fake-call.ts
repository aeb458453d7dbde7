import { Emitter } from '../../src/base/emitter.js';
import { Store } from '../../src/base/store.js';
import type { Call, CallEvents, CallState } from '../../src/call/call.js';
import { fakeParticipant } from './fake-participant.js';
import { fakeReport } from './fake-report.js';

export interface FakeCall extends Call {
  /** Replaces members of the state; `self` follows `microphone`, `camera` and `screen` unless it is given. */
  patch(patch: Partial<CallState>): void;
  /** What was asked of the call, in order. */
  readonly calls: readonly { readonly intent: string; readonly args: readonly unknown[] }[];
  emit<Type extends keyof CallEvents>(type: Type, event: CallEvents[Type]): void;
  setAudioLevel(participantId: string, level: number): void;
  /** The next intents of that name reject with this error; null: they succeed again. */
  failWith(intent: string, error: Error | null): void;
  /** Subscriptions and listeners held now: for leak tests. */
  readonly listenerCount: number;
}

/** A call that does nothing but remember what it was asked; its state changes only by `patch`. */
export function createFakeCall(initial: Partial<CallState> = {}): FakeCall {
  const store = new Store<CallState>({ ...idleState(), ...initial });
  const emitter = new Emitter<CallEvents>();
  const levels = new Map<string, Set<(level: number) => void>>();
  const calls: { intent: string; args: readonly unknown[] }[] = [];
  const failures = new Map<string, Error>();
  const intent =
    <Args extends unknown[]>(name: string) =>
    (...args: Args): Promise<void> => {
      calls.push({ intent: name, args });
      const failure = failures.get(name);
      return failure ? Promise.reject(failure) : Promise.resolve();
    };

  return {
    calls,
    get state() {
      return store.state;
    },
    get listenerCount() {
      let count = store.subscriberCount + emitter.size;
      for (const listeners of levels.values()) count += listeners.size;
      return count;
    },
    patch(patch) {
      const { microphone, camera, screen } = { ...store.state, ...patch };
      store.update({ self: Object.freeze({ ...store.state.self, microphone, camera, screen }), ...patch });
    },
    emit: (type, event) => {
      emitter.emit(type, event);
    },
    failWith(name, error) {
      if (error) failures.set(name, error);
      else failures.delete(name);
    },
    setAudioLevel(participantId, level) {
      for (const listener of levels.get(participantId) ?? []) listener(level);
    },
    subscribe: (selector, listener) => store.subscribe(selector, listener),
    on: (type, listener) => emitter.on(type, listener),
    onAudioLevel(participantId, listener) {
      const listeners = levels.get(participantId) ?? new Set();
      levels.set(participantId, listeners);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    prepare: () => {
      calls.push({ intent: 'prepare', args: [] });
    },
    enterLobby: () => {
      calls.push({ intent: 'enterLobby', args: [] });
    },
    setReceiveWish: (...args) => {
      calls.push({ intent: 'setReceiveWish', args });
    },
    join: intent('join'),
    leave: intent('leave'),
    setMicrophone: intent('setMicrophone'),
    setCamera: intent('setCamera'),
    setScreenShare: intent('setScreenShare'),
    selectDevice: intent('selectDevice'),
    setName: intent('setName'),
    pin: intent('pin'),
    setSpotlight: intent('setSpotlight'),
    hideTile: intent('hideTile'),
    setSelfView: intent('setSelfView'),
    setVolume: intent('setVolume'),
    send: intent('send'),
    deleteMessage: intent('deleteMessage'),
    markRead: () => {
      calls.push({ intent: 'markRead', args: [] });
    },
    raiseHand: intent('raiseHand'),
    react: intent('react'),
    flipCamera: intent('flipCamera'),
    setTorch: intent('setTorch'),
    setCameraZoom: intent('setCameraZoom'),
    setLayout: intent('setLayout'),
    allowSound: intent('allowSound'),
    setVideoQuality: intent('setVideoQuality'),
    setAudioQuality: intent('setAudioQuality'),
    setBandwidthLimit: intent('setBandwidthLimit'),
    setAdaptive: intent('setAdaptive'),
    setSigning: intent('setSigning'),
    diagnostics: async (...args) => {
      await intent('diagnostics')(...args);
      return fakeReport();
    },
    getStats: () => {
      calls.push({ intent: 'getStats', args: [] });
      return Promise.resolve(new Map());
    },
    close: intent('close'),
  };
}

function idleState(): CallState {
  return {
    status: 'idle',
    room: 'test-room',
    self: fakeParticipant({ id: 'self', name: '', isLocal: true, microphone: 'off', camera: 'off', quality: null }),
    participants: [],
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    mediaErrors: { microphone: null, camera: null, screen: null },
    devices: [],
    selectedDevices: { microphone: null, camera: null, speaker: null },
    layout: 'auto',
    speakerId: null,
    pinned: [],
    spotlightId: null,
    hiddenTiles: [],
    selfView: 'tile',
    volumes: {},
    messages: [],
    unread: 0,
    isSpeakingMuted: false,
    cameraFeatures: null,
    quality: null,
    error: null,
    endReason: null,
    isSoundBlocked: false,
    isSignalingReachable: true,
    isOffline: false,
    power: { isBatteryLow: false, isDataSaver: false, isCellular: false },
    adaptation: { isAdaptive: true, isSigning: false, budgetBps: null, steps: [] },
    canResume: false,
    can: {
      microphone: true,
      camera: true,
      screen: true,
      selectSpeaker: true,
      allowSound: true,
      flipCamera: false,
      chat: true,
      hand: true,
      reactions: true,
      spotlight: true,
    },
    options: {
      room: 'test-room',
      name: '',
      secret: null,
      servers: [],
      iceServers: [],
      iceServersUrl: null,
      isRelayOnly: false,
      isMuted: false,
      isCameraOff: false,
      isAudioOnly: false,
      maxParticipants: 6,
      layout: 'auto',
      videoQuality: 'auto',
      audioQuality: 'auto',
      bandwidthLimitKbps: null,
      debug: null,
    },
  };
}
