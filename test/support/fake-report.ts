import type { DiagnosticsReport } from '../../src/call/diagnostics/diagnostics-report.js';

/** The report of a call in which nothing happened, on a page where all is well, until the patch says otherwise. */
export function fakeReport(patch: Partial<DiagnosticsReport> = {}): DiagnosticsReport {
  return {
    format: 'nexrtc-report/1',
    version: '0.0.0',
    createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    call: { status: 'connected', joinedAt: 1, endReason: null, error: null, quality: null, history: [] },
    environment: {
      userAgent: 'A browser',
      platform: null,
      isMobile: null,
      isSecureContext: true,
      hasWebRtc: true,
      hardwareConcurrency: 4,
      isPageHidden: false,
      isOffline: false,
      power: { isBatteryLow: false, isDataSaver: false, isCellular: false },
    },
    signaling: { isReachable: true, servers: [{ kind: 'internet', isEncrypted: true }], history: [] },
    options: {
      hasSecret: false,
      hasName: false,
      hasIceServersUrl: false,
      iceServers: { stun: 0, turn: 0, turns: 0 },
      isRelayOnly: false,
      isMuted: false,
      isCameraOff: false,
      isAudioOnly: false,
      maxParticipants: 6,
      layout: 'auto',
      videoQuality: 'auto',
      audioQuality: 'auto',
      bandwidthLimitKbps: null,
    },
    devices: {
      microphones: 1,
      cameras: 1,
      speakers: 1,
      chosen: { microphone: 'default', camera: 'default', speaker: 'default' },
      microphone: { state: 'on', error: null },
      camera: { state: 'on', error: null },
      screen: { state: 'off', error: null },
      isSoundBlocked: false,
    },
    participants: [],
    errors: [],
    recommendations: [],
    ...patch,
  };
}
