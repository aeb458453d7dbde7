import { expect } from '@open-wc/testing';
import { createDeviceMemory } from '../../../src/media/device-memory.js';

const NOTHING = { microphone: null, camera: null, speaker: null };

describe('the memory of devices', () => {
  beforeEach(() => {
    localStorage.removeItem('nexrtc.devices');
  });
  after(() => {
    localStorage.removeItem('nexrtc.devices');
  });

  it('gives back what was chosen, ids only', () => {
    createDeviceMemory(localStorage).write({ microphone: 'usb', camera: null, speaker: 'desk' });
    expect(createDeviceMemory(localStorage).read()).to.deep.equal({ microphone: 'usb', camera: null, speaker: 'desk' });
    expect(JSON.parse(localStorage.getItem('nexrtc.devices')!)).to.deep.equal({ microphone: 'usb', camera: null, speaker: 'desk' });
  });

  it('keeps nothing when all is the default', () => {
    const memory = createDeviceMemory(localStorage);
    memory.write({ microphone: 'usb', camera: null, speaker: null });
    memory.write(NOTHING);
    expect(localStorage.getItem('nexrtc.devices')).to.equal(null);
  });

  for (const text of ['', '{', 'null', '[1]', '"usb"', '{"microphone":1,"camera":"","speaker":{}}', `{"camera":"${'x'.repeat(300)}"}`]) {
    it(`takes ${text.slice(0, 50)} for nothing`, () => {
      localStorage.setItem('nexrtc.devices', text);
      expect(createDeviceMemory(localStorage).read()).to.deep.equal(NOTHING);
    });
  }

  it('never throws where nothing can be kept', () => {
    const refuse = (): never => {
      throw new DOMException('No', 'SecurityError');
    };
    for (const storage of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      const memory = createDeviceMemory(storage);
      memory.write({ microphone: 'usb', camera: null, speaker: null });
      memory.write(NOTHING);
      expect(memory.read()).to.deep.equal(NOTHING);
    }
  });
});
