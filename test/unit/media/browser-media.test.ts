import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/base/clock.js';
import type { NexError } from '../../../src/base/nex-error.js';
import { createBrowserMedia } from '../../../src/media/browser-media.js';
import { readCaptureError } from '../../../src/media/late-read-capture-error.js';
import type { Media, MediaEvents } from '../../../src/media/media-port.js';
import { codeOf, settle } from '../../support/call-harness.js';
import { createFakeClock } from '../../support/fake-clock.js';
import { createVideoTrack } from '../../support/fake-media.js';

/** Replaces one of the browser's own functions until the test is over. */
function replace<Key extends keyof MediaDevices>(key: Key, value: MediaDevices[Key]): () => void {
  Object.defineProperty(navigator.mediaDevices, key, { value, configurable: true, writable: true });
  return () => {
    delete (navigator.mediaDevices as unknown as Record<string, unknown>)[key];
  };
}

describe('readCaptureError', () => {
  const table: readonly [string, string][] = [
    ['NotAllowedError', 'media/permission-denied'],
    ['SecurityError', 'media/permission-denied'],
    ['NotFoundError', 'media/device-not-found'],
    ['NotReadableError', 'media/device-in-use'],
    ['AbortError', 'media/device-in-use'],
    ['OverconstrainedError', 'media/constraints-unmet'],
    ['SomethingNewError', 'media/device-in-use'],
  ];
  for (const [name, code] of table) {
    it(`takes ${name} for ${code} and keeps the cause`, () => {
      const cause = new DOMException('No', name);
      const error = readCaptureError(cause, 'camera');
      expect(error.code).to.equal(code);
      expect(error.cause).to.equal(cause);
    });
  }
});

describe('BrowserMedia', () => {
  let media: Media;
  let restores: (() => void)[];

  beforeEach(() => {
    media = createBrowserMedia({ clock: systemClock });
    restores = [];
  });
  afterEach(() => {
    media.close();
    for (const restore of restores) restore();
  });

  it('captures the camera and the microphone, each alone, and puts them out', async () => {
    const camera = await media.captureCamera(null);
    const microphone = await media.captureMicrophone(null);
    expect([camera.kind, camera.readyState]).to.deep.equal(['video', 'live']);
    expect([microphone.kind, microphone.readyState]).to.deep.equal(['audio', 'live']);
    media.stop('camera');
    media.stop('camera');
    expect([camera.readyState, microphone.readyState]).to.deep.equal(['ended', 'live']);
    media.close();
    expect(microphone.readyState).to.equal('ended');
  });

  it('takes a device that is gone for a wish, not for a must', async () => {
    expect((await media.captureCamera('gone')).readyState).to.equal('live');
  });

  it('asks for 720p, a cleaned microphone, and the wished device', async () => {
    const asked: MediaStreamConstraints[] = [];
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    restores.push(
      replace('getUserMedia', (constraints) => {
        asked.push(constraints!);
        return real(constraints);
      }),
    );
    await media.captureCamera('x');
    await media.captureCamera('environment');
    await media.captureMicrophone(null);
    expect(asked).to.deep.equal([
      { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, deviceId: { ideal: 'x' } } },
      { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 }, facingMode: { ideal: 'environment' } } },
      { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
    ]);
  });

  it('asks for channels when told how many, and gives as many while it cancels echo', async () => {
    for (const channelCount of [2, 1]) {
      const track = await media.captureMicrophone(null, channelCount);
      expect(track.getSettings()).to.include({ channelCount, echoCancellation: true });
      // While it runs the browser gives the same again.
      media.stop('microphone');
    }
    media.close();
    media = createBrowserMedia({ clock: systemClock, constraints: { microphone: { channelCount: { exact: 1 } } } });
    expect((await media.captureMicrophone(null, 2)).getSettings().channelCount, "the page's own wish is stronger").to.equal(1);
  });

  it('adds the constraints that it was given, and stays with the device that they name', async () => {
    const asked: MediaStreamConstraints[] = [];
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    restores.push(
      replace('getUserMedia', (constraints) => {
        asked.push(constraints!);
        return real({ audio: constraints!.audio !== undefined, video: constraints!.video !== undefined });
      }),
    );
    media.close();
    const constraints = { camera: { width: { exact: 320 } }, microphone: { deviceId: 'mine', noiseSuppression: false } };
    media = createBrowserMedia({ clock: systemClock, constraints });
    await media.refreshDevices();
    await media.captureCamera(null);
    await media.captureMicrophone(null);
    await media.captureMicrophone(null);
    const audio = { echoCancellation: true, noiseSuppression: false, autoGainControl: true, deviceId: 'mine' };
    expect(asked).to.deep.equal([
      { video: { width: { exact: 320 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } },
      { audio },
      { audio },
    ]);
  });

  it('stops the old capture when it is replaced', async () => {
    const old = await media.captureCamera(null);
    const next = await media.captureCamera('other');
    expect([old.readyState, next.readyState]).to.deep.equal(['ended', 'live']);
  });

  it('keeps the old capture when the new one is refused', async () => {
    const old = await media.captureCamera(null);
    restores.push(replace('getUserMedia', () => Promise.reject(new DOMException('No', 'NotAllowedError'))));
    expect(await codeOf(media.captureCamera('other'))).to.equal('media/permission-denied');
    expect(old.readyState).to.equal('live');
  });

  it('gives up the old camera where two cannot run at once', async () => {
    const old = await media.captureCamera(null);
    const track = createVideoTrack();
    restores.push(
      replace('getUserMedia', () =>
        old.readyState === 'live'
          ? Promise.reject(new DOMException('Busy', 'NotReadableError'))
          : Promise.resolve(new MediaStream([track])),
      ),
    );
    expect(await media.captureCamera('back')).to.equal(track);
    expect(old.readyState).to.equal('ended');
  });

  it('does not keep what was stopped while it was being asked for', async () => {
    let track: MediaStreamTrack | undefined;
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    restores.push(
      replace('getUserMedia', async (constraints) => {
        const stream = await real(constraints);
        track = stream.getTracks()[0];
        return stream;
      }),
    );
    const capturing = codeOf(media.captureCamera(null));
    media.stop('camera');
    expect(await capturing).to.equal('call/aborted');
    expect(track!.readyState).to.equal('ended');
  });

  it('tells when a capture ends by itself, and says nothing when it is stopped', async () => {
    const ended: MediaEvents['capture-ended'][] = [];
    media.on('capture-ended', (event) => ended.push(event));
    const camera = await media.captureCamera(null);
    camera.dispatchEvent(new Event('ended'));
    expect(ended.map(({ source, error }) => [source, error?.code])).to.deep.equal([['camera', 'media/capture-ended']]);
    expect(camera.readyState).to.equal('ended');
    const microphone = await media.captureMicrophone(null);
    media.stop('microphone');
    microphone.dispatchEvent(new Event('ended'));
    expect(ended).to.have.length(1);
  });

  it('tells when the system takes the microphone and gives it back, and not of a moment', async () => {
    media.close();
    const clock = createFakeClock();
    media = createBrowserMedia({ clock });
    const told: MediaEvents['capture-muted'][] = [];
    media.on('capture-muted', (event) => told.push(event));
    const track = await media.captureMicrophone(null);
    track.dispatchEvent(new Event('mute'));
    clock.pass(900);
    track.dispatchEvent(new Event('unmute'));
    clock.pass(5000);
    expect(told).to.deep.equal([]);
    track.dispatchEvent(new Event('mute'));
    clock.pass(1000);
    track.dispatchEvent(new Event('unmute'));
    expect(told).to.deep.equal([
      { source: 'microphone', isMuted: true },
      { source: 'microphone', isMuted: false },
    ]);
    track.dispatchEvent(new Event('mute'));
    media.stop('microphone');
    clock.pass(5000);
    expect(told).to.have.length(2);
  });

  it('tells when another microphone is the default, and then asks for that one', async () => {
    const named = (groupId: string): Promise<MediaDeviceInfo[]> =>
      Promise.resolve(
        [
          ['default', groupId],
          ['usb', 'group-usb'],
          ['inner', 'group-inner'],
        ].map(([deviceId, group]) => ({ kind: 'audioinput', deviceId, groupId: group, label: 'x' }) as MediaDeviceInfo),
      );
    const asked: unknown[] = [];
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    restores.push(
      replace('getUserMedia', (constraints) => {
        asked.push((constraints!.audio as MediaTrackConstraints).deviceId);
        return real({ audio: true });
      }),
      replace('enumerateDevices', () => named('group-inner')),
    );
    let changes = 0;
    media.on('default-changed', () => (changes += 1));
    await media.captureMicrophone(null);
    await media.refreshDevices();
    expect(changes).to.equal(0);
    restores.push(replace('enumerateDevices', () => named('group-usb')));
    await media.refreshDevices();
    await media.refreshDevices();
    expect(changes).to.equal(1);
    await media.captureMicrophone('default');
    expect(asked).to.deep.equal([undefined, { ideal: 'usb' }]);
  });

  it("asks for a screen without the page itself, and takes its end for the visitor's wish", async () => {
    const ended: (NexError | null)[] = [];
    media.on('capture-ended', ({ error }) => ended.push(error));
    const track = createVideoTrack();
    let asked: object | undefined;
    restores.push(
      replace('getDisplayMedia', (options) => {
        asked = options;
        return Promise.resolve(new MediaStream([track]));
      }),
    );
    const screen = await media.captureScreen();
    expect(screen).to.deep.equal({ video: track, audio: null });
    expect(asked).to.include({ audio: true, selfBrowserSurface: 'exclude', surfaceSwitching: 'include' });
    track.dispatchEvent(new Event('ended'));
    expect(ended).to.deep.equal([null]);
  });

  it('lists devices, and tells of them only when the list changed', async () => {
    const lists: unknown[] = [];
    media.on('devices', ({ devices }) => lists.push(devices));
    const devices = await media.refreshDevices();
    expect(devices.map(({ kind }) => kind)).to.include.members(['camera', 'microphone']);
    await media.refreshDevices();
    expect(lists).to.have.length(1);
    restores.push(replace('enumerateDevices', () => Promise.resolve([])));
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await settle();
    expect(lists.at(-1)).to.deep.equal([]);
  });

  it('stops listening to the browser when closed', async () => {
    let count = 0;
    restores.push(
      replace('enumerateDevices', () => {
        count += 1;
        return Promise.resolve([]);
      }),
    );
    media.close();
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await settle();
    expect(count).to.equal(0);
  });

  it('says that the page is not secure rather than that a device is missing', async () => {
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
    restores.push(() => {
      delete (window as unknown as Record<string, unknown>)['isSecureContext'];
    });
    expect(await codeOf(media.captureCamera(null))).to.equal('environment/insecure-context');
  });
});
