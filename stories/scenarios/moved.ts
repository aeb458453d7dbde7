import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** The microphone in use was unplugged, and another one took over. */
export function moved(): FakeCall {
  const call = connected(1);
  const device = call.state.devices.find(({ kind }) => kind === 'microphone') ?? null;
  // It belongs to no snapshot: it is told once somebody listens.
  requestAnimationFrame(() => {
    call.emit('device-changed', { devices: call.state.devices, moved: { kind: 'microphone', device } });
  });
  return call;
}
