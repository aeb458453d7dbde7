import { expect } from '@open-wc/testing';
import { readCameraFacings } from '../../../src/media/late-camera-facings.js';

const device = (kind: string, deviceId: string, getCapabilities?: () => object): MediaDeviceInfo =>
  ({ kind, deviceId, getCapabilities }) as unknown as MediaDeviceInfo;
const read = (...devices: readonly MediaDeviceInfo[]): ReturnType<typeof readCameraFacings> =>
  readCameraFacings({ enumerateDevices: () => Promise.resolve([...devices]) });

describe('the sides of cameras', () => {
  it('are those that the browser tells of cameras', async () => {
    const found = await read(
      device('videoinput', '1', () => ({ facingMode: ['user'] })),
      device('videoinput', '2', () => ({ facingMode: ['environment'] })),
      device('audioinput', '3', () => ({ facingMode: ['user'] })),
    );
    expect([...found]).to.deep.equal([
      ['1', 'user'],
      ['2', 'environment'],
    ]);
  });

  it('are unknown where it tells nothing, something else, or throws', async () => {
    const found = await read(
      device('videoinput', '1'),
      device('videoinput', '2', () => ({})),
      device('videoinput', '3', () => ({ facingMode: [] })),
      device('videoinput', '4', () => ({ facingMode: ['left'] })),
      device('videoinput', '5', () => {
        throw new Error('no');
      }),
      device('videoinput', '', () => ({ facingMode: ['user'] })),
    );
    expect(found.size).to.equal(0);
    expect((await readCameraFacings(undefined)).size).to.equal(0);
    expect((await readCameraFacings({ enumerateDevices: () => Promise.reject(new Error('no')) })).size).to.equal(0);
  });
});
