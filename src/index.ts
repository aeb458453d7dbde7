export { createCall } from './create-call.js';
export { ERROR_CODES, NexError } from './base/nex-error.js';
export type { ErrorCode, ErrorDetail, NexErrorOptions } from './base/nex-error.js';
export type {
  Adaptation,
  Call,
  CallEvents,
  CallIntent,
  CallState,
  CallStatus,
  CameraFeatures,
  ChatMessage,
  DeviceMove,
  LeaveReason,
  MediaState,
  Participant,
  PowerState,
  Quality,
  Reaction,
  SelfView,
  SendOptions,
} from './call/call.js';
export { REACTIONS, SELF_VIEWS } from './call/call-words.js';
export type { CallExtras } from './call/call-extras.js';
export type { AudioQuality, CallInput, CallOptions, Layout, VideoQuality } from './call/call-options.js';
export type { DiagnosticsOptions, DiagnosticsReport, Recommendation, RecommendationCode } from './call/diagnostics/diagnostics-report.js';
export type { ConnectionState, ReceiveWish } from './engine/engine-port.js';
export type { Device, DeviceKind } from './media/media-port.js';
export type { NetworkStats, QualityLevel } from './quality/network-stats.js';
export type { QualityCause } from './quality/quality-cause.js';
export type { SendReason, SendRungName, SendStep } from './quality/send-step.js';
