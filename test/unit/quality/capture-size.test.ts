import { expect } from '@open-wc/testing';
import { captureSize, isPassing, type CaptureSituation } from '../../../src/quality/capture-size.js';
import type { SendStep } from '../../../src/quality/send-step.js';
import { WELL } from '../../support/send-situations.js';

const large = { isVisible: true, width: 1920, height: 1080 };
const usual = { isVisible: true, width: 1280, height: 720 };
const hidden = { isVisible: false, width: 0, height: 0 };
const lowered = (reason: SendStep['reason']): readonly SendStep[] => [{ source: 'camera', to: '360p', reason }];

const situation = (patch: Partial<CaptureSituation> = {}): CaptureSituation => ({
  videoChoice: 'auto',
  seen: [large],
  budgetBps: 3_000_000,
  device: WELL,
  steps: [],
  isFull: false,
  ...patch,
});

describe('captureSize', () => {
  const chosen = { high: 'full', medium: 'usual', low: 'small', off: 'usual' } as const;
  for (const [videoChoice, size] of Object.entries(chosen)) {
    it(`is ${size} when ${videoChoice} was chosen, whatever is seen and carried`, () => {
      for (const patch of [{}, { seen: [], budgetBps: null }, { steps: lowered('network') }, { device: { ...WELL, isHandheld: true } }])
        expect(captureSize(situation({ ...patch, videoChoice: videoChoice as keyof typeof chosen }))).to.equal(size);
    });
  }

  it('is full by itself for one who shows it larger than 720p, on a network that carries it', () => {
    expect(captureSize(situation())).to.equal('full');
  });

  const usuals: Readonly<Record<string, Partial<CaptureSituation>>> = {
    'all show it smaller': { seen: [usual, usual] },
    'nobody has said how large it is seen': { seen: [null] },
    'nobody looks': { seen: [hidden] },
    'nobody is there': { seen: [], budgetBps: null },
    'the budget is what a call begins with': { budgetBps: 2_000_000 },
    'the budget is too small for all who look': { seen: [large, usual, usual], budgetBps: 5_000_000 },
    'it is lowered already': { steps: lowered('network') },
    'the battery is low': { device: { ...WELL, isBatteryLow: true } },
    'it is a phone': { device: { ...WELL, isHandheld: true } },
    'there is little memory': { device: { ...WELL, isMemorySmall: true } },
  };
  for (const [name, patch] of Object.entries(usuals)) {
    it(`is as usual when ${name}`, () => {
      expect(captureSize(situation(patch))).to.equal('usual');
    });
  }

  it('does not count those who do not look, and stays full with a budget that has fallen a little', () => {
    expect(captureSize(situation({ seen: [large, hidden, hidden] }))).to.equal('full');
    expect(captureSize(situation({ isFull: true, budgetBps: 1_900_000 }))).to.equal('full');
  });
});

describe('isPassing', () => {
  it('is true of what the network may carry again in a moment, and false of a device and of a choice', () => {
    expect(isPassing(situation({ steps: lowered('network') }))).to.equal(true);
    expect(isPassing(situation({ seen: [usual] }))).to.equal(true);
    for (const reason of ['processor', 'battery', 'cellular', 'device'] as const)
      expect(isPassing(situation({ steps: lowered(reason) })), reason).to.equal(false);
    expect(isPassing(situation({ videoChoice: 'medium' }))).to.equal(false);
  });
});
