import type { Localizer } from '../shared/localize.js';
import type { PlotMetric } from './plot-metrics.js';

/** A measured number with its unit. */
export function numberWords(value: number, unit: PlotMetric['unit'], text: Localizer): string {
  switch (unit) {
    case 'ms':
      return text.t('quality.ms', { value: round(value, 0) });
    case 'percent':
      return text.t('quality.percent', { value: round(value, 1) });
    case 'bitrate':
      return value < 1_000_000
        ? text.t('quality.kbps', { value: round(value / 1000, 0) })
        : text.t('quality.mbps', { value: round(value / 1_000_000, 1) });
    case 'pixels':
      return text.t('qualityPlots.pixels', { value: round(value, 0) });
    case 'perSecond':
      return text.t('qualityPlots.perSecond', { value: round(value, 0) });
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
