import type { Localizer } from '../shared/localize.js';
import type { QualityView } from './quality-view.js';

/** "Good", or that it is being measured. */
export function levelText(level: QualityView['level'], text: Localizer): string {
  return text.t(level === null ? 'quality.measuring' : `quality.${level}`);
}
