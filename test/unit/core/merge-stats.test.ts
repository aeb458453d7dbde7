import { expect } from '@open-wc/testing';
import { mergeStats } from '../../../src/core/merge-stats.js';

describe('statistics of several connections as one report', () => {
  const report = (codecId: string): RTCStatsReport =>
    new Map<string, unknown>([
      ['in', { id: 'in', type: 'inbound-rtp', codecId, trackIdentifier: 'in', remoteId: 'elsewhere', bytesReceived: 5 }],
      ['codec', { id: 'codec', type: 'codec' }],
    ]);

  it('keeps every entry under an id of its own, and the references between them', () => {
    const merged = mergeStats(
      new Map([
        ['ana', report('codec')],
        ['ben', report('codec')],
      ]),
    );
    expect([...merged.keys()]).to.deep.equal(['ana:in', 'ana:codec', 'ben:in', 'ben:codec']);
    expect(merged.get('ben:in')).to.deep.equal({
      id: 'ben:in',
      type: 'inbound-rtp',
      codecId: 'ben:codec',
      trackIdentifier: 'in',
      remoteId: 'elsewhere',
      bytesReceived: 5,
    });
  });

  it('is empty without connections', () => {
    expect(mergeStats(new Map()).size).to.equal(0);
  });
});
