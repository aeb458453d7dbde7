import { expect } from '@open-wc/testing';
import { LIMITS } from '../../../src/base/limits.js';
import { ConnectionLog } from '../../../src/engine/mesh/connection-log.js';
import { readConnectionPath } from '../../../src/engine/mesh/connection-path.js';
import { createFakeClock } from '../../support/fake-clock.js';

function statsOf(local: object, remote: object = { candidateType: 'host' }): RTCStatsReport {
  return new Map<string, unknown>([
    ['other', { type: 'candidate-pair', localCandidateId: 'x', remoteCandidateId: 'y' }],
    ['transport', { type: 'transport', selectedCandidatePairId: 'pair' }],
    ['pair', { type: 'candidate-pair', localCandidateId: 'local', remoteCandidateId: 'remote' }],
    ['local', { type: 'local-candidate', address: '192.0.2.7', ...local }],
    ['remote', { type: 'remote-candidate', address: '192.0.2.8', ...remote }],
  ]);
}

describe('what is told of a connection', () => {
  it('names the kinds of the path in use, and no address', () => {
    const path = readConnectionPath(statsOf({ candidateType: 'relay', protocol: 'udp', relayProtocol: 'tcp' }, { candidateType: 'srflx' }));
    expect(path).to.deep.equal({ local: 'relay', remote: 'srflx', protocol: 'udp', relayProtocol: 'tcp' });
    expect(readConnectionPath(statsOf({ candidateType: 'host', protocol: 'tcp' }))).to.deep.equal({
      local: 'host',
      remote: 'host',
      protocol: 'tcp',
      relayProtocol: null,
    });
  });

  it('names no path before there is one', () => {
    expect(readConnectionPath(new Map())).to.equal(null);
    expect(readConnectionPath(statsOf({}))).to.equal(null);
  });

  it('keeps the latest states with their times, and no more of them than its limit', () => {
    const clock = createFakeClock();
    const log = new ConnectionLog('nx1', clock);
    for (let count = 0; count < LIMITS.stateHistory; count += 1) log.addState('reconnecting');
    clock.pass(500);
    log.addState('connected');
    const { history } = log.report('connected', false, null);
    expect(history).to.have.length(LIMITS.stateHistory);
    expect(history.at(-1)).to.deep.equal({ state: 'connected', at: clock.now() });
  });

  it('counts a trouble once, from its first sign until it is mended', () => {
    const clock = createFakeClock();
    const log = new ConnectionLog('nx1', clock);
    expect(log.endTrouble(true)).to.equal(null);
    log.startTrouble(clock.now());
    clock.pass(1_000);
    log.startTrouble(clock.now());
    log.addAttempt('ice-restart');
    clock.pass(500);
    expect(log.endTrouble(true)).to.equal(1_500);
    expect(log.endTrouble(false)).to.equal(null);
    expect(log.report('connected', false, null).recovery).to.deep.equal({
      attempts: { 'ice-restart': 1, 'signaling-reset': 0, 'full-reconnect': 0 },
      succeeded: 1,
      failed: 0,
      lastDurationMs: 1_500,
    });
  });
});
