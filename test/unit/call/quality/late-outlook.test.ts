import { expect } from '@open-wc/testing';
import { Outlook } from '../../../../src/call/quality/late-outlook.js';
import type { NetworkStats } from '../../../../src/quality/network-stats.js';
import { createFakeCall } from '../../../support/fake-call.js';
import { fakeParticipant } from '../../../support/fake-participant.js';

const PERIOD_MS = 2000;
const STEADY = [30, 31, 30, 32, 30, 31, 30, 31, 30, 32, 31, 30];
const RISING = [30, 31, 30, 32, 30, 31, 45, 60, 78, 96, 120, 145];

function history(rtts: readonly number[]): readonly NetworkStats[] {
  return rtts.map((rtt, index) => ({ rtt, jitter: 4, packetLoss: 0, bandwidth: 900_000, timestamp: (index + 1) * PERIOD_MS }));
}

/** After so many periods of a line that carries that much. */
function reports(period: number, availableBps: number, id = 'a'): ReadonlyMap<string, RTCStatsReport> {
  const timestamp = period * PERIOD_MS;
  const bytesSent = period * 200_000;
  const stats = [
    { id: 't', type: 'transport', timestamp, selectedCandidatePairId: 'p' },
    { id: 'p', type: 'candidate-pair', timestamp, availableOutgoingBitrate: availableBps, bytesSent },
    { id: 'o', type: 'outbound-rtp', kind: 'video', timestamp, bytesSent, packetsSent: period * 200 },
  ];
  return new Map([[id, new Map(stats.map((stat) => [stat.id, stat]))]]);
}

describe('Outlook', () => {
  it('warns of a connection that gets worse, and not of one that stays', () => {
    const outlook = new Outlook();
    outlook.recall('a', history(STEADY));
    outlook.recall('b', history(RISING));
    expect(outlook.worse(['a'], 'excellent')).to.equal(null);
    expect(outlook.worse(['a', 'b'], 'excellent')?.isWarning).to.equal(true);
    expect(outlook.worse(['c'], 'excellent'), 'nobody is known').to.equal(null);
  });

  it('says nothing of what is as bad as it gets, or is not measured', () => {
    const outlook = new Outlook();
    outlook.recall('b', history(RISING));
    expect(outlook.worse(['b'], 'critical')).to.equal(null);
    expect(outlook.worse(['b'], null)).to.equal(null);
  });

  it('says nothing of what recovers', () => {
    const outlook = new Outlook();
    outlook.recall('a', history([30, 31, 30, 300, 320, 310, 260, 220, 180, 140, 110, 90, 70, 55, 45]));
    expect(outlook.worse(['a'], 'excellent')).to.equal(null);
  });

  it('forgets who left', () => {
    const outlook = new Outlook();
    outlook.recall('a', history(RISING));
    outlook.add(reports(20, 1e6));
    outlook.add(new Map());
    expect(outlook.worse(['a'], 'excellent')).to.equal(null);
  });

  describe('its plan', () => {
    const state = (patch: Parameters<typeof createFakeCall>[0] = {}) =>
      createFakeCall({ status: 'connected', camera: 'on', participants: [fakeParticipant({ id: 'a' })], ...patch }).state;

    it('is null until something was measured', () => {
      const outlook = new Outlook();
      expect(outlook.plan(state())).to.equal(null);
      outlook.add(reports(1, 500_000));
      expect(outlook.plan(state())).to.equal(null);
      outlook.add(reports(2, 500_000));
      expect(outlook.plan(state())?.targetBandwidthBps).to.equal(400_000);
    });

    it('starts from what is sent: less what was lowered, and no camera that is off', () => {
      const outlook = new Outlook();
      for (const period of [1, 2]) outlook.add(reports(period, 50_000_000));
      expect(outlook.plan(state())?.settings).to.deep.equal({ camera: '720p', screen: 'off', microphone: 'medium' });
      const { adaptation, options } = state();
      const lowered = state({
        screen: 'on',
        options: { ...options, audioQuality: 'maximum' },
        adaptation: {
          ...adaptation,
          steps: [
            { source: 'camera', to: '480p', reason: 'battery' },
            { source: 'camera', to: '360p', reason: 'network' },
            { source: 'microphone', to: 'low', reason: 'network' },
          ],
        },
      });
      expect(outlook.plan(lowered)?.settings).to.deep.equal({ camera: '360p', screen: '30fps', microphone: 'low' });
      expect(outlook.plan(state({ camera: 'off' }))?.settings.camera).to.equal('off');
    });

    it('keeps to the limit that is set, and to those who are here', () => {
      const outlook = new Outlook();
      for (const period of [1, 2]) outlook.add(reports(period, 50_000_000));
      const { options } = state();
      const plan = outlook.plan(state({ options: { ...options, bandwidthLimitKbps: 300 } }));
      expect(plan?.targetBandwidthBps).to.equal(300_000);
      expect(plan?.steps).not.to.deep.equal([]);
      expect(outlook.plan(state({ participants: [] }))).to.equal(null);
    });
  });
});
