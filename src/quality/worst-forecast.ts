import type { Forecast } from './forecast.js';
import { rank } from './quality-level.js';

/** Of a call, from those of its connections: the worst, of equally bad ones the surest; it warns when any of them does. */
export function worstForecast(forecasts: Iterable<Forecast>): Forecast | null {
  let worst: Forecast | null = null;
  let isWarning = false;
  for (const forecast of forecasts) {
    isWarning ||= forecast.isWarning;
    if (worst === null || isWorse(forecast, worst)) worst = forecast;
  }
  return worst === null || worst.isWarning === isWarning ? worst : Object.freeze({ ...worst, isWarning });
}

function isWorse(one: Forecast, other: Forecast): boolean {
  const by = rank(one.level) - rank(other.level);
  return by === 0 ? one.confidence > other.confidence : by > 0;
}
