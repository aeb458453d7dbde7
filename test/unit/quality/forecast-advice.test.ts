import { expect } from '@open-wc/testing';
import { forecastAdvice, type AdviceReason } from '../../../src/quality/forecast-advice.js';
import type { RatedMetric } from '../../../src/quality/quality-level.js';

const reason = (patch: Partial<AdviceReason>, impacts: Partial<Record<RatedMetric, number>> = {}): AdviceReason => ({
  level: 'poor',
  isWarning: false,
  isRising: false,
  isCapacityLow: false,
  factors: Object.entries(impacts).map(([metric, impact]) => ({ metric: metric as RatedMetric, impact })),
  ...patch,
});

describe('forecastAdvice', () => {
  const cases: readonly [string, AdviceReason, ReturnType<typeof forecastAdvice>][] = [
    ['nothing when all is well', reason({ level: 'good' }), null],
    ['to wait for what gets better by itself', reason({ isRising: true }), 'wait'],
    ['not to wait when it is about to fall', reason({ level: 'fair', isRising: true, isWarning: true }), 'lower-picture'],
    ['to send less where packets wait', reason({}, { rtt: -0.8, packetLoss: -0.3 }), 'lower-picture'],
    ['to send no picture where even sound is in danger', reason({ level: 'critical' }, { rtt: -1, packetLoss: -0.3 }), 'turn-camera-off'],
    ['a better place where packets get lost and none wait', reason({}, { rtt: 0.5, packetLoss: -0.9 }), 'move-closer'],
    [
      'to send less where they get lost because the line is full',
      reason({ isCapacityLow: true }, { rtt: 0.5, packetLoss: -0.9 }),
      'lower-picture',
    ],
    ['to send less when a good call is about to fall', reason({ level: 'good', isWarning: true }), 'lower-picture'],
  ];
  for (const [what, given, advice] of cases) it(`advises ${what}`, () => expect(forecastAdvice(given)).to.equal(advice));
});
