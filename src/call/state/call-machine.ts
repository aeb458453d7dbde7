import { nextPhase, type TransitionTable } from '../../base/machine.js';
import type { CallStatus } from '../call.js';

/*
 *            enter-lobby            join              joined
 *     idle ────────────▶ lobby ────────────▶ joining ────────▶ connected
 *      │ ▲                │ ▲                 ▲  │ │            │  │  ▲
 *      │ └──── leave ─────┘ │                 │  │ │ interrupted│  │  │ recovered
 *      └───────── join ─────┼────────────────▶┤  │ │            ▼  │  │
 *                           │                 │  │ │       reconnecting
 *               enter-lobby │            join │  │ │            │
 *                        ended ◀──────────────┼──┴─┼── end ─────┤
 *                        failed ◀─────────────┴────┴── fail ────┘
 */
export type CallEvent = 'enter-lobby' | 'join' | 'joined' | 'interrupted' | 'recovered' | 'leave' | 'end' | 'fail';

export const CALL_EVENTS: readonly CallEvent[] = ['enter-lobby', 'join', 'joined', 'interrupted', 'recovered', 'leave', 'end', 'fail'];

export const TRANSITIONS: TransitionTable<CallStatus, CallEvent> = {
  idle: { 'enter-lobby': 'lobby', join: 'joining' },
  lobby: { join: 'joining', leave: 'idle' },
  joining: { joined: 'connected', end: 'ended', fail: 'failed' },
  connected: { interrupted: 'reconnecting', end: 'ended', fail: 'failed' },
  reconnecting: { recovered: 'connected', end: 'ended', fail: 'failed' },
  ended: { 'enter-lobby': 'lobby', join: 'joining' },
  failed: { 'enter-lobby': 'lobby', join: 'joining' },
};

/** The status after `event`, or undefined when it is not legal now. Pure. */
export function nextStatus(status: CallStatus, event: CallEvent): CallStatus | undefined {
  return nextPhase(TRANSITIONS, status, event);
}
