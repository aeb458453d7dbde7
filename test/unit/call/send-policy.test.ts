import { expect } from '@open-wc/testing';
import { sendLimit, sendProfile, type SendProfile } from '../../../src/call/send-policy.js';
import type { TrackSource } from '../../../src/engine/engine-port.js';

const WELL = { isBatteryLow: false, isDataSaver: false, isCellular: false };

describe('the policy of sending', () => {
  const profiles: readonly [string, Partial<typeof WELL>, boolean, SendProfile][] = [
    ['a desktop', {}, false, 'full'],
    ['a phone', {}, true, 'handheld'],
    ['low battery', { isBatteryLow: true }, false, 'low'],
    ['data saver', { isDataSaver: true }, false, 'low'],
    ['a mobile network', { isCellular: true }, false, 'low'],
    ['a phone with low battery', { isBatteryLow: true }, true, 'low'],
    ['everything at once', { isBatteryLow: true, isDataSaver: true, isCellular: true }, true, 'low'],
  ];
  for (const [name, power, isHandheld, profile] of profiles) {
    it(`is ${profile} for ${name}`, () => {
      expect(sendProfile({ power: { ...WELL, ...power }, isHandheld })).to.equal(profile);
    });
  }

  const limits: readonly [SendProfile, TrackSource, number | null, number | null, number | null, number | null][] = [
    // profile, source, captured long side, bit/s, frames a second, scale
    ['full', 'camera', 1280, null, null, null],
    ['full', 'microphone', 1280, null, null, null],
    ['handheld', 'camera', 1280, 500_000, 24, 2],
    ['handheld', 'camera', 640, 500_000, 24, 1],
    ['handheld', 'camera', 320, 500_000, 24, 1],
    ['handheld', 'camera', null, 500_000, 24, null],
    ['handheld', 'microphone', 1280, 32_000, null, null],
    ['low', 'camera', 1280, 300_000, 15, 1280 / 480],
    ['low', 'camera', 640, 300_000, 15, 640 / 480],
    ['low', 'microphone', null, 24_000, null, null],
    ['low', 'screen', 1280, 500_000, 5, null],
    ['low', 'screen-audio', 1280, 32_000, null, null],
  ];
  for (const [profile, source, cameraLongSide, maxBitrateBps, maxFrameRate, scaleDownBy] of limits) {
    it(`sends as ${source} of ${cameraLongSide ?? 'unknown'} pixels at most ${maxBitrateBps ?? 'anything'} bit/s in the profile ${profile}`, () => {
      const power = { ...WELL, isBatteryLow: profile === 'low' };
      const limit = sendLimit(source, { power, isHandheld: profile === 'handheld', cameraLongSide });
      expect(limit).to.deep.equal({ maxBitrateBps, maxFrameRate, scaleDownBy });
    });
  }
});
