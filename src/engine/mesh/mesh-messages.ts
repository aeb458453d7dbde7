import { LIMITS } from '../../base/limits.js';

/** One member as told to others. `slots` are the rendezvous addresses (0 to 2) that it holds. */
export interface MemberRecord {
  readonly id: string;
  readonly joinedAt: number;
  readonly slots: readonly number[];
}

/** What members say to each other about the room and about their connection, sealed or over a proven channel. */
export type MeshMessage =
  | { readonly type: 'knock'; readonly members: readonly MemberRecord[] }
  | { readonly type: 'roster'; readonly members: readonly MemberRecord[] }
  | { readonly type: 'refused' }
  | { readonly type: 'introduce'; readonly member: MemberRecord }
  | { readonly type: 'slots'; readonly slots: readonly number[] }
  /** By a detour: the sender does not hear the receiver directly, and asks whether it is there. */
  | { readonly type: 'heartbeat' }
  /** The answer to a heartbeat; never answered itself. */
  | { readonly type: 'sign' }
  | { readonly type: 'bye' }
  /** The page is closing; it may be loading again. */
  | { readonly type: 'unloading' }
  /** A sealed letter for another member, handed on unread. */
  | { readonly type: 'relay'; readonly to: string; readonly content: unknown }
  | { readonly type: 'relayed'; readonly from: string; readonly content: unknown }
  /** What was said belongs to a connection that is no more. */
  | { readonly type: 'unknown-connection'; readonly connectionId: string }
  /** In device pixels; no size means that it is unknown. */
  | {
      readonly type: 'wish';
      readonly source: 'camera' | 'screen';
      readonly isVisible: boolean;
      readonly width?: number;
      readonly height?: number;
    }
  | {
      readonly type: 'description';
      readonly connectionId: string;
      readonly description: RTCSessionDescriptionInit & { sdp: string };
      /** On the first offer of a connection: when it was made, by the sender's clock. Null on all others. */
      readonly startedAt: number | null;
      /** On an answer: the `ice-ufrag` of the offer that it answers. Null on offers. */
      readonly answersTo: string | null;
      /** On the first offer of a connection that is made beside a silent one, which stays until this one works. */
      readonly isSpare: boolean;
    }
  | { readonly type: 'candidate'; readonly connectionId: string; readonly candidate: RTCIceCandidateInit };

const MEMBER_ID = /^nx[0-9a-f]{32}$/;
/** In pixels. */
const MAX_WISHED_SIDE = 16_384;
const CONNECTION_ID = /^[0-9a-f]{16}$/;

export function isMemberId(value: unknown): value is string {
  return typeof value === 'string' && MEMBER_ID.test(value);
}

/** The message as a fresh, checked object, or null. Nothing that was not asked for comes through. */
export function readMeshMessage(value: unknown): MeshMessage | null {
  if (!isRecord(value)) return null;
  switch (value['type']) {
    case 'knock':
    case 'roster': {
      const members = readMembers(value['members']);
      return members && { type: value['type'], members };
    }
    case 'introduce': {
      const member = readMember(value['member']);
      return member && { type: 'introduce', member };
    }
    case 'slots': {
      const slots = readSlots(value['slots']);
      return slots && { type: 'slots', slots };
    }
    case 'heartbeat':
    case 'sign':
    case 'bye':
    case 'unloading':
    case 'refused':
      return { type: value['type'] };
    case 'relay':
      return isMemberId(value['to']) ? { type: 'relay', to: value['to'], content: value['content'] } : null;
    case 'relayed':
      return isMemberId(value['from']) ? { type: 'relayed', from: value['from'], content: value['content'] } : null;
    case 'unknown-connection':
      return isConnectionId(value['connectionId']) ? { type: 'unknown-connection', connectionId: value['connectionId'] } : null;
    case 'wish':
      return readWish(value);
    case 'description':
      return readDescription(value);
    case 'candidate':
      return readCandidate(value);
    default:
      return null;
  }
}

function isConnectionId(value: unknown): value is string {
  return typeof value === 'string' && CONNECTION_ID.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSlots(value: unknown): readonly number[] | null {
  if (!Array.isArray(value) || value.length > 3) return null;
  return value.every((slot): slot is number => slot === 0 || slot === 1 || slot === 2) ? [...value] : null;
}

function readMember(value: unknown): MemberRecord | null {
  if (!isRecord(value) || !isMemberId(value['id']) || !Number.isFinite(value['joinedAt'])) return null;
  const slots = readSlots(value['slots']);
  return slots && { id: value['id'], joinedAt: value['joinedAt'] as number, slots };
}

function readMembers(value: unknown): readonly MemberRecord[] | null {
  if (!Array.isArray(value) || value.length > LIMITS.rosterMembers) return null;
  const members = value.map(readMember);
  return members.every((member) => member !== null) ? members : null;
}

function readWish({ source, isVisible, width, height }: Record<string, unknown>): MeshMessage | null {
  if ((source !== 'camera' && source !== 'screen') || typeof isVisible !== 'boolean') return null;
  if (width === undefined && height === undefined) return { type: 'wish', source, isVisible };
  const areSides = [width, height].every((side) => Number.isInteger(side) && (side as number) >= 0 && (side as number) <= MAX_WISHED_SIDE);
  return areSides ? { type: 'wish', source, isVisible, width: width as number, height: height as number } : null;
}

function readDescription(value: Record<string, unknown>): MeshMessage | null {
  const { connectionId, description, startedAt, answersTo, isSpare } = value;
  if (!isConnectionId(connectionId) || !isRecord(description)) return null;
  const { type, sdp } = description;
  if ((type !== 'offer' && type !== 'answer') || typeof sdp !== 'string' || sdp.length > LIMITS.envelopeBytes) return null;
  return {
    type: 'description',
    connectionId,
    description: { type, sdp },
    startedAt: typeof startedAt === 'number' ? startedAt : null,
    answersTo: typeof answersTo === 'string' && answersTo.length <= 256 ? answersTo : null,
    isSpare: isSpare === true,
  };
}

function readCandidate(value: Record<string, unknown>): MeshMessage | null {
  const { connectionId, candidate } = value;
  if (!isConnectionId(connectionId) || !isRecord(candidate)) return null;
  const { candidate: line, sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  if (typeof line !== 'string' || line.length > 1024) return null;
  return {
    type: 'candidate',
    connectionId,
    candidate: {
      candidate: line,
      sdpMid: typeof sdpMid === 'string' ? sdpMid : null,
      sdpMLineIndex: typeof sdpMLineIndex === 'number' ? sdpMLineIndex : null,
      usernameFragment: typeof usernameFragment === 'string' ? usernameFragment : null,
    },
  };
}
