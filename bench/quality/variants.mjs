import { bundlePage } from '../bundle-pages.mjs';
import { serveFiles } from '../servers.mjs';
import { until } from '../../test/e2e/stage.mjs';
import { newRoom } from '../../test/e2e/lab/scene.mjs';
import { METER } from './meter.mjs';

/** Six pages on two cores take their time: 12 s when nothing else runs. */
const JOIN_LIMIT_MS = 180_000;

/**
 * One without a camera, in the plain mesh: an offer without a picture could not be answered with one, so it has a camera that
 * is black.
 */
const BLACK_CAMERA = `{
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    for (const track of stream.getVideoTracks()) track.enabled = false;
    return stream;
  };
}`;

/** A page with the tag, as a site would paste it. */
export const nexrtc = {
  name: 'nexrtc',
  async gather(stage, browser, count, { shape, attributes = () => '', initScript = '' } = {}) {
    const room = newRoom();
    const visitors = [];
    for (let index = 0; index < count; index += 1) {
      const url = await stage.hostPage({ room, attributes: attributes(index) });
      const visitor = await browser.visit(url, { initScript: METER + initScript, ...(shape && index === 0 ? { shape } : {}) });
      visitors.push(visitor);
      await visitor.join();
    }
    const isTogether = async () => {
      const states = await Promise.all(visitors.map((visitor) => visitor.state()));
      return states.every(({ others }) => others.length === count - 1 && others.every(({ connection }) => connection === 'connected'));
    };
    await until(isTogether, `${count} pages together`, JOIN_LIMIT_MS);
    return visitors;
  },
  /** Puts the pictures out of sight, or back. */
  hidePictures: ({ page }, isHidden) =>
    page.evaluate((isOut) => {
      document.querySelector('nex-call').style.marginBlockStart = isOut ? '400vh' : '';
    }, isHidden),
};

/** The page that only has PeerJS: what the browser does by itself. */
export const plainMesh = {
  name: 'plain mesh',
  async gather(stage, browser, count, { shape, hasCamera = () => true, initScript = '' } = {}) {
    const pages = new Map();
    await bundlePage(pages, 'plain-mesh', 'plain-mesh/plain-mesh.js');
    const files = await serveFiles(pages);
    stage.keep(files);
    const room = newRoom();
    const visitors = [];
    for (let index = 0; index < count; index += 1) {
      const camera = hasCamera(index) ? '' : BLACK_CAMERA;
      const options = { initScript: METER + initScript + camera, ...(shape && index === 0 ? { shape } : {}) };
      const visitor = await browser.visit(`${files.origin.replace('127.0.0.1', 'localhost')}/plain-mesh`, options);
      visitors.push(visitor);
      await visitor.page.waitForFunction(() => globalThis.bench !== undefined);
      const given = { room, server: stage.server.signalUrl, isFirst: index === 0 };
      await visitor.page.evaluate((settings) => globalThis.bench.prepare(settings), given);
      void visitor.page.evaluate((expected) => globalThis.bench.join(expected), index).catch(() => undefined);
      await until(
        () => visitor.page.evaluate((expected) => globalThis.bench.met >= expected, index),
        `the plain mesh of ${index + 1}`,
        JOIN_LIMIT_MS,
      );
    }
    return visitors;
  },
  hidePictures: ({ page }, isHidden) =>
    page.evaluate((isOut) => {
      document.body.style.marginBlockStart = isOut ? '400vh' : '';
    }, isHidden),
};

export const VARIANTS = [nexrtc, plainMesh];
