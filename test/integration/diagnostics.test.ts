import { expect } from '@open-wc/testing';
import { createCall, type Call } from '../../src/index.js';
import { captureConsole, type CapturedConsole } from '../support/capture-console.js';
import { until } from '../support/mesh-harness.js';

const ROOM = 'SECRET-ROOM';
const NAME = 'SECRET-NAME';
/** Addresses of any kind, and what SDP and candidates look like. */
const PERSONAL =
  /SECRET|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f-]+\.local|candidate:|a=(?:fingerprint|ice|candidate)|ufrag/;

describe('the report and the log of a real call', () => {
  const calls: Call[] = [];
  let captured: CapturedConsole;

  before(() => {
    captured = captureConsole();
  });
  after(async () => {
    captured.restore();
    await Promise.all(calls.map((call) => call.close()));
  });

  it('tell how it went, and nothing personal', async () => {
    const { url } = (await (await fetch('/__peer-server')).json()) as { url: string };
    for (const index of [1, 2]) {
      const iceServers = [{ urls: 'turn:127.0.0.1:9', username: 'SECRET-USER', credential: 'SECRET-CREDENTIAL' }];
      calls.push(
        createCall({ room: ROOM, name: `${NAME} ${String(index)}`, secret: 'SECRET-SECRET-SECRET', server: url, iceServers, debug: '' }),
      );
    }
    for (const call of calls) await call.join();
    const [ana] = calls as [Call, Call];
    await until(() => ana.state.participants[0]?.connection === 'connected', 'connected');
    let samples = 0;
    ana.on('stats-updated', () => (samples += 1));
    await until(() => samples > 0, 'statistics');

    const report = await ana.diagnostics();
    const [participant] = report.participants;
    expect(report.call.history.map(({ status }) => status)).to.deep.equal(['joining', 'connected']);
    expect(report.signaling).to.deep.include({ isReachable: true, servers: [{ kind: 'loopback', isEncrypted: false }] });
    expect(participant?.id).to.equal('p1');
    expect(participant?.connection?.history.at(-1)?.state).to.equal('connected');
    expect(participant?.connection?.path).to.include({ protocol: 'udp', relayProtocol: null });
    expect(participant?.stats.samples.length).to.be.greaterThan(0);
    expect(participant?.streams.map(({ direction, kind }) => `${direction} ${kind}`).sort()).to.include.members([
      'received audio',
      'sent audio',
    ]);
    expect(report.options.hasSecret).to.be.true;
    expect(report.devices.microphones).to.be.greaterThan(0);

    await calls[1]?.leave();
    await until(() => ana.state.participants.length === 0, 'alone');
    // The version in a browser's own name looks like an address.
    const { environment, ...rest } = report;
    expect(PERSONAL.exec(JSON.stringify(rest))).to.equal(null);
    expect(JSON.stringify(environment)).not.to.contain('SECRET');
    const lines = captured.lines.map(({ args }) => JSON.stringify(args));
    expect(lines.length).to.be.greaterThan(0);
    expect(lines.filter((line) => PERSONAL.test(line))).to.deep.equal([]);
  });
});
