import { expect } from '@open-wc/testing';
import type { Forecast } from '../../../src/quality/forecast.js';
import { worstForecast } from '../../../src/quality/worst-forecast.js';

const forecast = (patch: Partial<Forecast>): Forecast => ({
  level: 'good',
  confidence: 0.5,
  factors: [],
  recommendation: null,
  isWarning: false,
  ...patch,
});

describe('worstForecast', () => {
  it('is null without connections', () => expect(worstForecast([])).to.equal(null));

  it('is the worst of all, wherever it stands', () => {
    const poor = forecast({ level: 'poor', recommendation: 'lower-picture' });
    const fair = forecast({ level: 'fair', confidence: 1 });
    expect(worstForecast([fair, poor, forecast({})])).to.equal(poor);
    expect(worstForecast([poor, fair])).to.equal(poor);
  });

  it('is the surest of equally bad ones', () => {
    const sure = forecast({ confidence: 0.9 });
    expect(worstForecast([forecast({}), sure, forecast({ confidence: 0.7 })])).to.equal(sure);
  });

  it('warns when any connection is about to fall', () => {
    const poor = forecast({ level: 'poor' });
    expect(worstForecast([forecast({ isWarning: true }), poor])).to.deep.equal({ ...poor, isWarning: true });
  });
});
