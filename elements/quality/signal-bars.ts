import { html, type TemplateResult } from 'lit';

const BARS = [
  { x: 3, height: 5 },
  { x: 8.5, height: 9 },
  { x: 14, height: 13 },
  { x: 19.5, height: 17 },
] as const;
const FILLED = { excellent: 4, good: 3, fair: 2, poor: 1, critical: 0 } as const;

/** Four bars, as many filled as it goes well; null is not measured yet. Says nothing to screen readers. */
export function signalBars(level: keyof typeof FILLED | null): TemplateResult {
  const filled = level === null ? 0 : FILLED[level];
  const bar = (index: 0 | 1 | 2 | 3): string => (index < filled ? 'bar filled' : 'bar');
  const shape = (index: 0 | 1 | 2 | 3): number => 21 - BARS[index].height;
  return html`<svg class="bars ${level ?? 'measuring'}" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" focusable="false">
    <rect class=${bar(0)} x=${BARS[0].x - 1} y=${shape(0)} width="3.5" height=${BARS[0].height} rx="1.2"></rect>
    <rect class=${bar(1)} x=${BARS[1].x - 1} y=${shape(1)} width="3.5" height=${BARS[1].height} rx="1.2"></rect>
    <rect class=${bar(2)} x=${BARS[2].x - 1} y=${shape(2)} width="3.5" height=${BARS[2].height} rx="1.2"></rect>
    <rect class=${bar(3)} x=${BARS[3].x - 1} y=${shape(3)} width="3.5" height=${BARS[3].height} rx="1.2"></rect>
  </svg>`;
}
