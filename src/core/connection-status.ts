import type { CallState } from '../call/call.js';
import type { ConnectionStatus } from './nexrtc-core.js';

/** The five states of the contract from the seven of a call. Who was not let in has failed; who left has not. */
export function connectionStatus({ status, endReason }: Pick<CallState, 'status' | 'endReason'>): ConnectionStatus {
  switch (status) {
    case 'idle':
    case 'lobby':
      return 'idle';
    case 'joining':
    case 'reconnecting':
      return 'connecting';
    case 'connected':
      return 'connected';
    case 'ended':
      return endReason === 'room-full' || endReason === 'denied' ? 'failed' : 'disconnected';
    case 'failed':
      return 'failed';
  }
}
