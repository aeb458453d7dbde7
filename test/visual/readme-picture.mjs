import { fileURLToPath } from 'node:url';
import { allConnected, allSee, Stage } from '../e2e/stage.mjs';
import { drawnCamera } from './drawn-camera.mjs';

const LOOKS = {
  Ana: { wall: '#b7c4b1', light: '#e9efe0', hair: '#3a2a22', skin: '#d9a582', shirt: '#0e7c66', cut: 'long' },
  Ben: { wall: '#c9b49a', light: '#f3e6d2', hair: '#1f1a17', skin: '#8a5a3c', shirt: '#33508c', cut: 'curly' },
  Chen: { wall: '#a9bacb', light: '#e2ecf4', hair: '#15151a', skin: '#e6bd98', shirt: '#a8443f', cut: 'short' },
  Dina: { wall: '#c7b0bf', light: '#f2e4ec', hair: '#6b3d22', skin: '#eec6a8', shirt: '#5a4a86', cut: 'bun' },
};
const OUT = fileURLToPath(new URL('../../demo/call.jpg', import.meta.url));

// The picture of the README: four visitors of one room, over real connections, with drawn cameras. Needs a build.
const stage = await Stage.open();
try {
  const browser = await stage.browser();
  const visitors = [];
  for (const [name, look] of Object.entries(LOOKS)) {
    const url = await stage.hostPage({
      room: 'design-review',
      attributes: `name="${name}" layout="grid" style="position: fixed; inset: 0"`,
    });
    const viewport = { width: 1280, height: 760 };
    const initScript = `(${drawnCamera})(${JSON.stringify(look)})`;
    visitors.push(await browser.visit(url, { viewport, initScript, colorScheme: 'dark' }));
  }
  for (const visitor of visitors) await visitor.join();
  await allConnected(visitors);
  await allSee(visitors);
  await visitors[2].do('setMicrophone', false);
  await visitors[3].do('raiseHand', true);
  // Until the pictures have grown to their size and the arrivals have been told.
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.WAIT_MS ?? 30_000)));
  await visitors[0].page.screenshot({ path: OUT, type: 'jpeg', quality: 82 });
} finally {
  await stage.close();
}
