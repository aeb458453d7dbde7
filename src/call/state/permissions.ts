import type { Media } from '../../media/media-port.js';
import type { CallIntent, CallState } from '../call.js';

/** What can be done now, by the state of the call and what the browser is able to. */
export function permissions(
  state: Pick<CallState, 'status' | 'isSoundBlocked' | 'devices' | 'options'>,
  media: Pick<Media, 'canShareScreen' | 'canSelectSpeaker'>,
  isHandheld: boolean,
): Readonly<Record<CallIntent, boolean>> {
  const isOver = state.status === 'ended' || state.status === 'failed';
  const isInRoom = state.status === 'connected' || state.status === 'reconnecting';
  const camera = !isOver && !state.options.isAudioOnly;
  return Object.freeze({
    microphone: !isOver,
    camera,
    screen: isInRoom && media.canShareScreen,
    selectSpeaker: media.canSelectSpeaker,
    allowSound: state.isSoundBlocked,
    flipCamera: camera && (isHandheld || state.devices.filter(({ kind }) => kind === 'camera').length > 1),
    chat: isInRoom,
    hand: isInRoom,
    reactions: isInRoom,
    spotlight: isInRoom,
  });
}
