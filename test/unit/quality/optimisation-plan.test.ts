import { expect } from '@open-wc/testing';
import type { ConnectionSample } from '../../../src/quality/connection-sample.js';
import { optimisationPlan, type OptimisationSituation } from '../../../src/quality/optimisation-plan.js';
import { sentCost } from '../../../src/quality/sent-cost.js';
import { AUDIO_RUNG_NAMES, CAMERA_RUNG_NAMES, SCREEN_RUNG_NAMES } from '../../../src/quality/send-step.js';
import { connectionSample } from '../../support/connection-samples.js';

const going = (up: Partial<ConnectionSample['up']>): ConnectionSample => connectionSample({ up });

const situation = (patch: Partial<OptimisationSituation> = {}): OptimisationSituation => ({
  samples: [],
  sent: { camera: '720p', screen: 'off', microphone: 'medium' },
  participantCount: 2,
  limitBps: null,
  ...patch,
});

describe('optimisationPlan', () => {
  it('changes nothing while nothing is known', () => {
    const given = situation({ samples: [going({ bitrateBps: 300_000 })] });
    expect(optimisationPlan(given)).to.deep.equal({
      targetBandwidthBps: null,
      settings: given.sent,
      expectedSavingsBps: 0,
      qualityImpact: 0,
      steps: [],
    });
  });

  it('changes nothing that fits', () => {
    const { steps, targetBandwidthBps } = optimisationPlan(
      situation({ samples: [going({ availableBps: 9_000_000, bitrateBps: 1_700_000 })] }),
    );
    expect(targetBandwidthBps).to.equal(7_200_000);
    expect(steps).to.deep.equal([]);
  });

  it('aims at four fifths of what one connection could carry beside the others, by the most careful estimate', () => {
    const samples = [going({ availableBps: 2_000_000, bitrateBps: 800_000 }), going({ availableBps: 1_000_000, bitrateBps: 400_000 })];
    expect(optimisationPlan(situation({ samples })).targetBandwidthBps).to.equal(0.8 * (1_000_000 + 800_000));
  });

  it('aims at less where much gets lost, and never at more than the limit set by hand', () => {
    const lossy = [going({ availableBps: 1_000_000, bitrateBps: 900_000, lossPercent: 20 })];
    expect(optimisationPlan(situation({ samples: lossy })).targetBandwidthBps).to.equal(720_000);
    expect(optimisationPlan(situation({ samples: lossy, limitBps: 500_000 })).targetBandwidthBps).to.equal(500_000);
    expect(optimisationPlan(situation({ limitBps: 500_000 })).targetBandwidthBps).to.equal(500_000);
  });

  it('gives up luxury of the sound, then size of the camera, as far as is needed', () => {
    const { settings, steps, expectedSavingsBps, qualityImpact } = optimisationPlan(situation({ limitBps: 1_200_000 }));
    expect(settings).to.deep.equal({ camera: '360p', screen: 'off', microphone: 'low' });
    expect(steps.map(({ source, to }) => [source, to])).to.deep.equal([
      ['microphone', 'low'],
      ['camera', '360p'],
    ]);
    expect(steps.map(({ savingsBps }) => savingsBps)).to.deep.equal([2 * 2 * 32_000, 2 * (1_700_000 - 450_000)]);
    expect(expectedSavingsBps).to.equal(2 * 1_314_000);
    expect(qualityImpact).to.be.within(-0.5, -0.05);
  });

  it('counts sound as it is sent: twice to few, once to many', () => {
    const luxury = { camera: 'off', screen: 'off', microphone: 'high' } as const;
    const savings = [3, 4].map(
      (participantCount) => optimisationPlan(situation({ sent: luxury, participantCount, limitBps: 300_000 })).steps[0]!.savingsBps,
    );
    expect(savings).to.deep.equal([3 * 2 * (96_000 - 32_000), 4 * (96_000 - 32_000)]);
  });

  it('takes the camera away before speech and before the screen', () => {
    const sent = { camera: '360p', screen: '15fps', microphone: 'low' } as const;
    expect(optimisationPlan(situation({ sent, limitBps: 700_000 })).settings).to.deep.equal({
      camera: 'off',
      screen: '3fps',
      microphone: 'low',
    });
    expect(optimisationPlan(situation({ sent, limitBps: 100_000 })).settings).to.deep.equal({
      camera: 'off',
      screen: 'off',
      microphone: 'minimum',
    });
  });

  it('never takes the camera of those who sign, nor its frame rate', () => {
    const given = situation({ isSigning: true, limitBps: 100_000 });
    expect(optimisationPlan(given).settings.camera).to.equal('240p');
  });

  it('expects no savings of what an encoder does not use', () => {
    const samples = [going({ bitrateBps: 200_000 }), going({ bitrateBps: 200_000 })];
    const measured = optimisationPlan(situation({ samples, limitBps: 300_000 })).expectedSavingsBps;
    expect(measured).to.be.within(1, 400_000);
    expect(measured).to.be.below(optimisationPlan(situation({ limitBps: 300_000 })).expectedSavingsBps);
  });

  it('fits its target or has nothing left to give up, and loses the more the less there is', () => {
    for (const camera of [...CAMERA_RUNG_NAMES, 'off'] as const)
      for (const screen of [...SCREEN_RUNG_NAMES, 'off'] as const)
        for (const microphone of AUDIO_RUNG_NAMES)
          for (const participantCount of [1, 3, 6]) {
            const sent = { camera, screen, microphone };
            let impact = 0;
            for (const limitBps of [8_000_000, 3_000_000, 1_000_000, 300_000, 50_000]) {
              const plan = optimisationPlan(situation({ sent, participantCount, limitBps }));
              const isLeast = plan.settings.camera === 'off' && plan.settings.screen === 'off' && plan.settings.microphone === 'minimum';
              expect(sentCost(plan.settings, participantCount) <= limitBps || isLeast, JSON.stringify({ sent, limitBps })).to.equal(true);
              expect(plan.qualityImpact).to.be.within(-1, impact + 1e-9);
              for (const { savingsBps, qualityImpact } of plan.steps) {
                expect(savingsBps).to.be.at.least(0);
                expect(qualityImpact).to.be.at.most(0);
              }
              impact = plan.qualityImpact;
            }
          }
  });

  it('plans nothing to save for nobody', () => {
    const { steps, qualityImpact } = optimisationPlan(situation({ participantCount: 0, limitBps: 100_000 }));
    expect(steps).to.deep.equal([]);
    expect(qualityImpact).to.equal(0);
  });
});
