import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../scripts/machine/browser-flags.mjs';
import { findBrowser } from '../scripts/machine/find-browser.mjs';

export function launchBrowser() {
  return chromium.launch({ executablePath: findBrowser(), headless: true, args: BROWSER_FLAGS });
}

/** A participant: a page in a context of its own that can be shaped and used for one sample after another. */
export async function openParticipant(browser) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await page.addInitScript({ content: `(${instrumentPage.toString()})()` });
  return {
    page,
    /** Must come before the page makes a connection; a latency of zero is no shaping at all. */
    async shape(latencyMs) {
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: latencyMs,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
    },
    async roundTripMs() {
      return page.evaluate(() => globalThis.benchRoundTripMs());
    },
    async release() {
      await page.goto('about:blank');
    },
  };
}

/** Runs in the page before its scripts: one camera for every variant, and a view on the connections it makes. */
function instrumentPage() {
  const connections = [];
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(...options) {
      super(...options);
      connections.push(this);
    }
  };
  const devices = navigator.mediaDevices;
  const capture = devices?.getUserMedia.bind(devices);
  if (capture) {
    devices.getUserMedia = (constraints) =>
      capture({
        audio: constraints.audio ?? false,
        video: constraints.video ? { width: 320, height: 180, frameRate: 15 } : false,
      });
  }
  globalThis.benchRoundTripMs = async () => {
    const values = [];
    for (const connection of connections) {
      if (connection.connectionState !== 'connected') continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'candidate-pair' && report.nominated && report.currentRoundTripTime !== undefined) {
          values.push(report.currentRoundTripTime * 1000);
        }
      }
    }
    return values.length === 0 ? null : Math.max(...values);
  };
}
