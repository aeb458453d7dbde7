import { expect } from '@open-wc/testing';
import { findOtherCamera } from '../../../../src/call/capture/late-other-camera.js';
import type { Device } from '../../../../src/media/media-port.js';

const cameras = (...labels: readonly string[]): readonly Device[] =>
  labels.map((label, index) => ({ kind: 'camera', id: String(index), label }));
const other = (labels: readonly string[], currentId: string | null, currentFacing: 'user' | 'environment' | null = null): string =>
  findOtherCamera({ cameras: cameras(...labels), facings: new Map(), currentId, currentFacing });

describe('the other camera', () => {
  const phones: readonly [string, readonly string[], string, string][] = [
    ['Android', ['camera2 1, facing front', 'camera2 0, facing back', 'camera2 2, facing back'], '0', '1'],
    ['an iPhone', ['Front Camera', 'Back Ultra Wide Camera', 'Back Dual Wide Camera', 'Back Camera'], '0', '3'],
    ['a German iPhone', ['Frontkamera', 'Rückseitige Ultra-Weitwinkelkamera', 'Rückkamera'], '0', '2'],
    ['a Japanese iPhone', ['前面カメラ', '背面超広角カメラ', '背面カメラ'], '0', '2'],
    ['from the back', ['Front Camera', 'Back Camera', 'Back Ultra Wide Camera'], '2', '0'],
    ['a phone with special cameras only', ['Front Camera', 'Back Ultra Wide Camera'], '0', '1'],
  ];
  for (const [name, labels, from, to] of phones) {
    it(`is the plain one of the other side on ${name}`, () => {
      expect(other(labels, from)).to.equal(to);
    });
  }

  it('goes by what the track in use says, before its label', () => {
    expect(other(['A', 'Front Camera', 'Back Camera'], '0', 'environment')).to.equal('1');
    expect(other(['A', 'Front Camera', 'Back Camera'], '0', 'user')).to.equal('2');
  });

  it('is the next of several that all look the same way', () => {
    const webcams = ['Logitech C920', 'Integrated Webcam', 'Capture Card'];
    expect(other(webcams, '0')).to.equal('1');
    expect(other(webcams, '2')).to.equal('0');
    expect(other(webcams, null)).to.equal('0');
    expect(other(webcams, 'gone')).to.equal('0');
  });

  it('is a side where there is nothing to choose from', () => {
    expect(other([], null)).to.equal('environment');
    expect(other([''], null, 'environment')).to.equal('user');
    expect(
      findOtherCamera({ cameras: [{ kind: 'camera', id: '', label: '' }], facings: new Map(), currentId: null, currentFacing: 'user' }),
    ).to.equal('environment');
  });
});
