import type { Adaptation, CallState } from '../../src/call/call.js';

/** Everything there is to see is held back for the network: only sound is sent. */
export function arePicturesPaused({ camera, screen, adaptation }: Pick<CallState, 'camera' | 'screen' | 'adaptation'>): boolean {
  const shown = (['camera', 'screen'] as const).filter((source) => ({ camera, screen })[source] === 'on');
  return shown.length > 0 && shown.every((source) => adaptation.steps.some((step) => step.source === source && isPause(step)));
}

export function isPause({ to, reason }: Adaptation['steps'][number]): boolean {
  return to === 'off' && reason === 'network';
}
