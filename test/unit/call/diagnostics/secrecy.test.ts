import { expect } from '@open-wc/testing';
import { NexError } from '../../../../src/base/nex-error.js';
import { createConsoleLogger } from '../../../../src/base/logger.js';
import type { ConnectionReport } from '../../../../src/engine/engine-port.js';
import { captureConsole } from '../../../support/capture-console.js';
import { createCallHarness, settle, type CallHarness } from '../../../support/call-harness.js';

/** Everything that may not be told holds one of these. */
const MARKS = ['SECRET', '203.0.113', '2001:db8', 'candidate:', 'a=fingerprint'];
const ADDRESS = '203.0.113.7';

/** Whatever comes in through statistics and reports carries marks, in known and in unknown members. */
const markedStats = (): RTCStatsReport =>
  new Map<string, unknown>([
    ['pair', { id: 'SECRET-pair', type: 'candidate-pair', address: ADDRESS, remote: '2001:db8::1', state: 'succeeded', nominated: true }],
    ['local', { id: 'SECRET-local', type: 'local-candidate', address: ADDRESS, usernameFragment: 'SECRET-ufrag', url: 'turn:SECRET-turn' }],
    ['codec', { id: 'codec', type: 'codec', mimeType: 'video/SECRET codec', sdpFmtpLine: 'a=fingerprint:SECRET' }],
    [
      'in',
      {
        id: 'in',
        type: 'inbound-rtp',
        kind: 'video',
        codecId: 'codec',
        mid: 'SECRET-mid',
        trackIdentifier: 'SECRET-track',
        remoteId: ADDRESS,
        qualityLimitationReason: 'SECRET-reason',
        packetsReceived: 100,
        packetsLost: 1,
        frameWidth: ADDRESS,
        freezeCount: 2,
      },
    ],
  ]);

const markedConnection = (participantId: string): ConnectionReport =>
  ({
    participantId,
    state: 'connected',
    isWeak: false,
    history: [{ state: 'connected', at: 5, candidate: 'candidate:1 1 udp 1 203.0.113.7' }],
    recovery: {
      attempts: { 'ice-restart': 1, 'signaling-reset': 0, 'full-reconnect': 0 },
      succeeded: 1,
      failed: 0,
      lastDurationMs: 900,
      sdp: 'SECRET',
    },
    path: { local: 'relay', remote: 'srflx', protocol: 'udp', relayProtocol: 'tcp', address: ADDRESS, url: 'turn:SECRET-turn' },
    sdp: 'a=fingerprint:SECRET',
  }) as object as ConnectionReport;

async function playCall(harness: CallHarness): Promise<void> {
  const { call, media } = harness;
  media.setDevices([
    { kind: 'microphone', id: 'SECRET-mic-id', label: "SECRET Anna's microphone" },
    { kind: 'camera', id: 'SECRET-camera-id', label: 'SECRET camera' },
  ]);
  await call.join();
  await settle();
  const { engine } = harness;
  engine.meet('SECRET-peer-id');
  engine.tell('data', {
    participantId: 'SECRET-peer-id',
    data: { kind: 'presence', name: 'SECRET other name', joinedAt: 1, microphone: true, camera: false, screen: false },
  });
  engine.stats = new Map([['SECRET-peer-id', markedStats()]]);
  engine.reports = [markedConnection('SECRET-peer-id')];
  engine.tell('error', { participantId: null, error: new NexError('peer/timeout', `SECRET message of ${ADDRESS}`, { cause: ADDRESS }) });
  engine.tell('phase', { phase: 'reconnecting', isSignalingReachable: false });
  engine.meet('SECRET-gone-id');
  harness.clock.pass(6000);
  await settle();
  engine.tell('participant-left', { participantId: 'SECRET-gone-id', reason: 'connection-lost' });
  await call.selectDevice('camera', 'SECRET-camera-id');
  await call.setName('SECRET new name');
  await settle();
}

const INPUT = {
  room: 'SECRET-ROOM',
  name: 'SECRET name',
  secret: 'SECRET-secret-of-the-room',
  server: `https://SECRET-host.example/SECRET-path?key=SECRET-token https://user:SECRET@${ADDRESS}/`,
  iceServers: [{ urls: ['turn:SECRET-turn.example:3478', `stun:${ADDRESS}`], username: 'SECRET-user', credential: 'SECRET-credential' }],
  debug: 'SECRET-topic',
};

const marksIn = (text: string): string[] => MARKS.filter((mark) => text.includes(mark));

describe('what diagnostics keep to themselves', () => {
  it('tells no room, name, secret, token, credential, address, candidate, SDP, id or device label', async () => {
    const harness = createCallHarness({ input: INPUT });
    await playCall(harness);
    const json = JSON.stringify(await harness.call.diagnostics());
    expect(marksIn(json)).to.deep.equal([]);
    // The same sources do end in the report: it is not empty by accident.
    const report = JSON.parse(json) as Awaited<ReturnType<typeof harness.call.diagnostics>>;
    expect(report.participants.map(({ id }) => id)).to.deep.equal(['p1', 'p2']);
    expect(report.participants[0]?.connection?.path).to.deep.equal({
      local: 'relay',
      remote: 'srflx',
      protocol: 'udp',
      relayProtocol: 'tcp',
    });
    expect(report.participants[0]?.streams[0]?.counters).to.deep.equal({ packetsReceived: 100, packetsLost: 1, freezeCount: 2 });
    expect(report.devices).to.include({ microphones: 1, cameras: 1 });
    expect(report.options.iceServers).to.deep.equal({ stun: 1, turn: 1, turns: 0 });
    expect(report.errors.map(({ code }) => code)).to.deep.equal(['peer/timeout']);
  });

  it('keeps to itself after the end too', async () => {
    const harness = createCallHarness({ input: INPUT });
    await playCall(harness);
    await harness.call.leave();
    expect(marksIn(JSON.stringify(await harness.call.diagnostics()))).to.deep.equal([]);
  });

  it('tells device labels when asked to, and no ids', async () => {
    const harness = createCallHarness({ input: INPUT });
    await playCall(harness);
    const report = await harness.call.diagnostics({ includeDeviceLabels: true });
    expect(report.devices.labels).to.deep.equal({ microphones: ["SECRET Anna's microphone"], cameras: ['SECRET camera'], speakers: [] });
    expect(marksIn(JSON.stringify({ ...report, devices: { ...report.devices, labels: {} } }))).to.deep.equal([]);
    expect(JSON.stringify(report.devices)).not.to.contain('-id');
  });

  it('logs a whole call without anything personal', async () => {
    const captured = captureConsole();
    try {
      const harness = createCallHarness({ input: INPUT, logger: createConsoleLogger('') });
      await playCall(harness);
      await harness.call.leave();
    } finally {
      captured.restore();
    }
    const lines = captured.lines.map(({ args }) => JSON.stringify(args));
    expect(lines).to.contain('["[nexrtc:call] peer/timeout",""]');
    expect(lines.filter((line) => marksIn(line).length > 0)).to.deep.equal([]);
  });
});
