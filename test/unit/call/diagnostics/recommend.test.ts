import { expect } from '@open-wc/testing';
import {
  RECOMMENDATION_CODES,
  type DiagnosticsReport,
  type ParticipantReport,
  type RecommendationCode,
  type StreamReport,
} from '../../../../src/call/diagnostics/diagnostics-report.js';
import { recommend } from '../../../../src/call/diagnostics/recommend.js';
import { RECOMMENDATION_RULES } from '../../../../src/call/diagnostics/recommendation-rules.js';
import { fakeReport } from '../../../support/fake-report.js';

const base = fakeReport();
const environment = (patch: Partial<DiagnosticsReport['environment']>) => ({ environment: { ...base.environment, ...patch } });
const power = (patch: object) => environment({ power: { ...base.environment.power, ...patch } });
const devices = (patch: Partial<DiagnosticsReport['devices']>) => ({ devices: { ...base.devices, ...patch } });
const call = (patch: Partial<DiagnosticsReport['call']>) => ({ call: { ...base.call, ...patch } });
const signaling = (patch: Partial<DiagnosticsReport['signaling']>) => ({ signaling: { ...base.signaling, ...patch } });
const unknown = { median: null, p95: null };
const participant = (patch: Partial<ParticipantReport>): Partial<DiagnosticsReport> => ({
  participants: [
    {
      id: 'p1',
      isHere: true,
      left: null,
      quality: null,
      connection: null,
      recovery: null,
      stats: { summary: { rtt: unknown, jitter: unknown, packetLoss: unknown, bandwidth: unknown }, samples: [] },
      streams: [],
      ...patch,
    },
  ],
});
type Path = NonNullable<NonNullable<ParticipantReport['connection']>['path']>;
const path = (patch: Partial<Path>): Partial<DiagnosticsReport> =>
  participant({
    connection: {
      state: 'connected',
      isWeak: false,
      history: [],
      path: { local: 'host', remote: 'host', protocol: 'udp', relayProtocol: null, ...patch },
    },
  });
const failed = participant({ connection: { state: 'failed', isWeak: false, history: [], path: null } });
const medians = (patch: Partial<ParticipantReport['stats']['summary']>): Partial<DiagnosticsReport> =>
  participant({ stats: { summary: { rtt: unknown, jitter: unknown, packetLoss: unknown, bandwidth: unknown, ...patch }, samples: [] } });
const stream = (patch: Partial<StreamReport>): StreamReport => ({
  direction: 'sent',
  kind: 'video',
  codec: null,
  qualityLimitationReason: null,
  lossPercent: null,
  counters: {},
  ...patch,
});
const streams = (...patches: Partial<StreamReport>[]): Partial<DiagnosticsReport> => participant({ streams: patches.map(stream) });
const withTurn = { options: { ...base.options, iceServers: { stun: 0, turn: 1, turns: 0 } } };
const attempts = (count: number): Partial<DiagnosticsReport> =>
  participant({
    recovery: {
      attempts: { 'ice-restart': count, 'signaling-reset': 0, 'full-reconnect': 0 },
      succeeded: 0,
      failed: 0,
      lastDurationMs: null,
    },
  });
const losses = (count: number) => signaling({ history: Array.from({ length: count }, (_, at) => ({ isReachable: false, at })) });

/** For each code: a report in which exactly that is said, and one that is just not so. */
const CASES: Record<RecommendationCode, readonly [said: Partial<DiagnosticsReport>, unsaid: Partial<DiagnosticsReport>]> = {
  'insecure-page': [environment({ isSecureContext: false }), {}],
  'no-webrtc': [environment({ hasWebRtc: false }), {}],
  offline: [environment({ isOffline: true }), {}],
  'signaling-unreachable': [signaling({ isReachable: false }), { ...signaling({ isReachable: false }), ...call({ status: 'lobby' }) }],
  'signaling-unstable': [losses(3), losses(2)],
  'trial-server': [signaling({ servers: [{ kind: 'public-cloud', isEncrypted: true }] }), {}],
  'untrusted-participant': [{ errors: [{ code: 'peer/untrusted', at: 1 }] }, { errors: [{ code: 'peer/timeout', at: 1 }] }],
  'no-relay': [failed, { ...failed, ...withTurn }],
  'connection-failed': [{ ...failed, ...withTurn }, failed],
  'relay-over-tcp': [path({ local: 'relay', relayProtocol: 'tls' }), path({ local: 'relay', relayProtocol: 'udp' })],
  relayed: [path({ local: 'relay', relayProtocol: 'udp' }), path({ local: 'srflx' })],
  'loss-up': [streams({ lossPercent: 4 }, { direction: 'received', lossPercent: 1 }), streams({ lossPercent: 3 })],
  'loss-down': [streams({ lossPercent: 1 }, { direction: 'received', lossPercent: 4 }), streams({ direction: 'received', lossPercent: 3 })],
  'high-delay': [medians({ rtt: { median: 201, p95: 300 } }), medians({ rtt: { median: 200, p95: 900 } })],
  'high-jitter': [medians({ jitter: { median: 41, p95: 50 } }), medians({ jitter: { median: 40, p95: 90 } })],
  'many-recoveries': [attempts(3), attempts(2)],
  'device-too-busy': [streams({ qualityLimitationReason: 'cpu' }), streams({ qualityLimitationReason: 'none' })],
  'uplink-too-narrow': [streams({ qualityLimitationReason: 'bandwidth' }), streams({ qualityLimitationReason: 'other' })],
  'video-freezes': [
    streams({ direction: 'received', counters: { freezeCount: 5 } }),
    streams({ direction: 'received', counters: { freezeCount: 4 } }),
  ],
  'microphone-denied': [devices({ microphone: { state: 'blocked', error: 'media/permission-denied' } }), {}],
  'camera-denied': [devices({ camera: { state: 'blocked', error: 'media/permission-denied' } }), {}],
  'microphone-in-use': [devices({ microphone: { state: 'blocked', error: 'media/device-in-use' } }), {}],
  'camera-in-use': [devices({ camera: { state: 'blocked', error: 'media/device-in-use' } }), {}],
  'no-microphone': [devices({ microphone: { state: 'blocked', error: 'media/device-not-found' } }), {}],
  'no-camera': [
    devices({ camera: { state: 'blocked', error: 'media/device-not-found' } }),
    { ...devices({ camera: { state: 'blocked', error: 'media/device-not-found' } }), options: { ...base.options, isAudioOnly: true } },
  ],
  'sound-blocked': [devices({ isSoundBlocked: true }), {}],
  'battery-low': [power({ isBatteryLow: true }), {}],
  'data-saver': [power({ isDataSaver: true }), power({ isCellular: true })],
};

describe('recommendations', () => {
  for (const code of RECOMMENDATION_CODES) {
    const [said, unsaid] = CASES[code];
    it(`says ${code} when it is so, and nothing else`, () => {
      expect(recommend(fakeReport(said)).map((entry) => entry.code)).to.deep.equal([code]);
    });
    it(`does not say ${code} when it is not so`, () => {
      expect(recommend(fakeReport(unsaid)).map((entry) => entry.code)).not.to.include(code);
    });
  }

  it('have one rule each', () => {
    expect(RECOMMENDATION_RULES.map(({ code }) => code).sort()).to.deep.equal([...RECOMMENDATION_CODES].sort());
  });

  it('come most urgent first, with the key of their words', () => {
    const order = ['problem', 'warning', 'info'];
    const severities = RECOMMENDATION_RULES.map(({ severity }) => order.indexOf(severity));
    expect(severities).to.deep.equal([...severities].sort());
    expect(recommend(fakeReport(environment({ isOffline: true })))).to.deep.equal([
      { code: 'offline', severity: 'problem', textKey: 'advice/offline' },
    ]);
  });

  it('says loss in the direction that loses, when only the sum of late is known to be lossy', () => {
    const summary = { rtt: unknown, jitter: unknown, bandwidth: unknown, packetLoss: { median: 6, p95: 9 } };
    const report = participant({
      stats: { summary, samples: [] },
      streams: [stream({ lossPercent: 2 }), stream({ direction: 'received', lossPercent: 1 })],
    });
    expect(recommend(fakeReport(report)).map(({ code }) => code)).to.deep.equal(['loss-up']);
  });
});
