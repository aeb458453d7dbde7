import type { Localizer } from '../shared/localize.js';
import type { TileView } from './tile-view.js';

/** The full name of a tile for screen readers: who, muted, camera off, speaking, pinned, more that came later, and how well it goes (RAUR 14a). */
export function tileLabel(view: TileView, source: 'camera' | 'screen', text: Localizer, more: readonly string[] = []): string {
  const name = view.name === '' ? text.t('tile.guest') : view.name;
  const parts: string[] = [];
  if (source === 'screen') {
    parts.push(view.isLocal ? text.t('tile.yourScreen') : text.t('tile.screenOf', { name }));
  } else {
    parts.push(view.isLocal ? `${name} ${text.t('tile.you')}` : name);
    parts.push(text.t(view.isMuted ? 'tile.muted' : 'tile.unmuted'));
    if (view.stream === null) parts.push(text.t('tile.cameraOff'));
    if (view.isSpeaking) parts.push(text.t('tile.speaking'));
  }
  if (view.isPinned) parts.push(text.t('tile.pinned'));
  parts.push(...more);
  if (view.status !== 'live') parts.push(text.t(`tile.${view.status}`));
  else if (view.level !== null) parts.push(text.t('quality.button', { level: text.t(`quality.${view.level}`) }));
  return parts.join(', ');
}
