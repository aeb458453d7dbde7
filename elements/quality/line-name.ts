import type { Localizer } from '../shared/localize.js';
import type { PlotMetric } from './plot-metrics.js';

/** "Delay", or "Data, sent" where there are two lines. */
export function lineName({ name, members }: PlotMetric, index: number, text: Localizer): string {
  const what = text.t(`qualityPlots.${name}`);
  if (members.length === 1) return what;
  return text.t('qualityPlots.line', { what, which: text.t(index === 0 ? 'qualityPlots.received' : 'qualityPlots.sent') });
}
