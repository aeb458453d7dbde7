import { systemClock } from '../../src/base/clock.js';
import { silentLogger } from '../../src/base/logger.js';
import type { Engine, EngineEvents, TrackSource } from '../../src/engine/engine-port.js';
import { createMeshEngine } from '../../src/engine/mesh/mesh-engine.js';
import type { CreatePeerConnection } from '../../src/engine/mesh/peer-session.js';
import type { SignalingPort } from '../../src/signaling/signaling-port.js';

/** One engine with everything it said, for tests with real peer connections. */
export interface TestMember {
  readonly engine: Engine;
  readonly ready: Set<string>;
  readonly left: Map<string, string>;
  readonly errors: string[];
  readonly data: { from: string; data: unknown }[];
  readonly tracks: Map<string, Map<TrackSource, MediaStreamTrack>>;
  readonly connections: RTCPeerConnection[];
}

export function createMember(
  signaling: SignalingPort,
  options: {
    room?: string;
    secret?: string | null;
    maxParticipants?: number;
    createPeerConnection?: CreatePeerConnection;
    resumeId?: string;
  } = {},
): TestMember {
  const connections: RTCPeerConnection[] = [];
  const create =
    options.createPeerConnection ?? ((configuration: RTCConfiguration): RTCPeerConnection => new RTCPeerConnection(configuration));
  const engine = createMeshEngine({
    room: options.room ?? 'test room',
    secret: options.secret ?? null,
    maxParticipants: options.maxParticipants ?? 6,
    resumeId: options.resumeId ?? null,
    signaling,
    rtcConfiguration: () => ({ iceServers: [] }),
    clock: systemClock,
    logger: silentLogger,
    createPeerConnection: (configuration) => {
      const connection = create(configuration);
      connections.push(connection);
      return connection;
    },
  });
  const member: TestMember = { engine, connections, ready: new Set(), left: new Map(), errors: [], data: [], tracks: new Map() };
  listen(member);
  return member;
}

function listen({ engine, ready, left, errors, data, tracks }: TestMember): void {
  engine.on('participant-ready', ({ participantId }) => ready.add(participantId));
  engine.on('participant-left', ({ participantId, reason }: EngineEvents['participant-left']) => {
    ready.delete(participantId);
    tracks.delete(participantId);
    left.set(participantId, reason);
  });
  engine.on('error', ({ error }) => errors.push(error.code));
  engine.on('data', ({ participantId, data: content }) => data.push({ from: participantId, data: content }));
  engine.on('track', ({ participantId, source, track }) => {
    const ofParticipant = tracks.get(participantId) ?? new Map<TrackSource, MediaStreamTrack>();
    tracks.set(participantId, ofParticipant);
    if (track) ofParticipant.set(source, track);
    else ofParticipant.delete(source);
  });
}

/** Waits until `isTrue`, looking every 20 ms. */
export async function until(isTrue: () => boolean | Promise<boolean>, what: string, timeoutMs = 10_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`not in ${String(timeoutMs)} ms: ${what}`);
    await pause(20);
  }
}

export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}

/** Everybody is ready with everybody else. */
export function isFullMesh(members: readonly TestMember[]): boolean {
  return members.every(({ engine, ready }) => members.every((other) => other.engine === engine || ready.has(other.engine.localId)));
}

/** A small moving picture and, beside it, a tone: real tracks without a device. */
export function testCamera(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 160;
  canvas.height = 90;
  const context = canvas.getContext('2d');
  let frame = 0;
  const timer = setInterval(() => {
    if (!context) return;
    context.fillStyle = `hsl(${String((frame += 7) % 360)} 80% 50%)`;
    context.fillRect(0, 0, 160, 90);
  }, 66);
  const track = canvas.captureStream(15).getVideoTracks()[0];
  if (!track) throw new Error('no canvas track');
  track.addEventListener('ended', () => {
    clearInterval(timer);
  });
  return track;
}

/** Frames decoded from that participant since its connection began, over all its pictures. */
export async function framesDecoded(member: TestMember, from: string): Promise<number> {
  return sumInbound(member, from, 'framesDecoded');
}

export async function packetsReceived(member: TestMember, from: string): Promise<number> {
  return sumInbound(member, from, 'packetsReceived');
}

async function sumInbound(member: TestMember, from: string, key: string): Promise<number> {
  const report = (await member.engine.getStats()).get(from);
  let sum = 0;
  report?.forEach((entry: Record<string, unknown>) => {
    if (entry['type'] === 'inbound-rtp' && typeof entry[key] === 'number') sum += entry[key];
  });
  return sum;
}
