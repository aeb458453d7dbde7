import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** The camera at the back of a phone, with its light on. */
export function phoneCamera(): FakeCall {
  const call = connected(1);
  call.patch({
    can: { ...call.state.can, flipCamera: true },
    cameraFeatures: { facing: 'environment', torch: { isOn: true }, zoom: { min: 1, max: 8, step: 0.1, value: 2.5 } },
  });
  return call;
}
