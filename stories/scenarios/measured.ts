import type { FakeCall } from '../../test/support/fake-call.js';
import { four } from './four.js';

const PERIOD_MS = 500;
const PAST = 60;

/** Four people whose connections are measured all the time, and were for two minutes. */
export function measured(): FakeCall {
  const call = four();
  const ids = call.state.participants.map(({ id }) => id);
  const now = Date.now;
  let tick = 0;
  const tell = (): void => {
    tick += 1;
    for (const [index, participantId] of ids.entries()) {
      const wave = Math.sin(tick / 4 + index) + Math.sin(tick / 9);
      const stats = {
        rtt: 56 + 12 * wave,
        jitter: 8 + 2 * wave,
        packetLoss: Math.max(0, wave - 0.6),
        bandwidth: 9e5 + 1e5 * wave,
        timestamp: now(),
      };
      call.emit('stats-updated', { participantId, stats });
    }
  };
  const streams = new Map<string, { bytes: number; at: number }>();
  call.getStats = () => Promise.resolve(new Map(ids.map((id, index) => [id, report(id, index, tick, streams)])));
  // What listens is there only when the story has been rendered.
  setTimeout(() => {
    for (let step = PAST; step > 0; step -= 1) {
      Date.now = () => now() - step * 2000;
      tell();
    }
    Date.now = now;
  }, 100);
  const timer = setInterval(() => {
    tell();
    // The panel of a story that is no longer shown has stopped listening.
    if (tick > PAST + 10 && call.listenerCount === 0) clearInterval(timer);
  }, PERIOD_MS);
  return call;
}

function report(id: string, index: number, tick: number, streams: Map<string, { bytes: number; at: number }>): RTCStatsReport {
  const before = streams.get(id) ?? { bytes: 0, at: Date.now() };
  const at = Date.now();
  const bytes = before.bytes + (at - before.at) * (60 + 20 * Math.sin(tick / 5 + index));
  streams.set(id, { bytes, at });
  const stats = [
    {
      id: 'in',
      type: 'inbound-rtp',
      kind: 'video',
      timestamp: at,
      bytesReceived: bytes,
      frameHeight: 480,
      framesPerSecond: 28 + (tick % 3),
    },
    { id: 'out', type: 'outbound-rtp', kind: 'video', timestamp: at, bytesSent: bytes * 0.6, frameHeight: 360, framesPerSecond: 25 },
  ];
  return new Map(stats.map((stat) => [stat.id, stat]));
}
