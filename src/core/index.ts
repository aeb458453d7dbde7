export { createCore } from './create-core.js';
export { ERROR_CODES, NexError } from '../base/nex-error.js';
export type { ErrorCode, ErrorDetail, NexErrorOptions } from '../base/nex-error.js';
export type { ConnectionHandle, ConnectionStatus, CoreConfig, CoreEvents, CoreEventType, CoreListener, NexRTCCore } from './nexrtc-core.js';
export type { LeaveReason } from '../call/call.js';
export type { NetworkStats, QualityLevel } from '../quality/network-stats.js';
