import '../../elements/nex-video-grid.ts';
import { NexVideoTile } from '../../elements/video-tile/nex-video-tile.ts';
import { NexVideoGrid } from '../../elements/video-grid/nex-video-grid.ts';
import { createFakeCall } from '../../test/support/fake-call.ts';
import { fakeParticipant } from '../../test/support/fake-participant.ts';
import { fakeVideoStream } from '../../test/support/fake-video-stream.ts';

const HUES = 7;
const OTHERS = 48;

const counts = { updates: 0, grid: 0 };
for (const [name, Class] of [['updates', NexVideoTile], ['grid', NexVideoGrid]]) {
  const { performUpdate } = Class.prototype;
  Class.prototype.performUpdate = function () {
    counts[name] += 1;
    performUpdate.call(this);
  };
}
const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function people(hasVideo) {
  const streams = hasVideo ? Array.from({ length: HUES }, (_, index) => fakeVideoStream(index * 50, '', 320, 180)) : [];
  const stream = (index) => (hasVideo ? { camera: 'on', cameraStream: streams[index % HUES] } : {});
  return Array.from({ length: OTHERS }, (_, index) => fakeParticipant({ id: `p${index}`, name: `Person ${index}`, ...stream(index) }));
}

/** 49 tiles, another speaker every 100 ms. What is told is of those seconds alone, the first rendering left out. */
globalThis.bench = async ({ hasVideo, seconds, layout }) => {
  document.body.replaceChildren();
  const all = people(hasVideo);
  const call = createFakeCall({ status: 'connected', participants: all, layout });
  const grid = document.createElement('nex-video-grid');
  grid.call = call;
  grid.maxTiles = 49;
  document.body.style.margin = '0';
  grid.style.blockSize = '100vh';
  document.body.append(grid);
  await wait(2500);
  // What the pictures alone cost this machine.
  tasks.length = 0;
  await wait(seconds * 1000);
  const quiet = Math.max(0, ...tasks);
  tasks.length = 0;
  Object.assign(counts, { updates: 0, grid: 0 });
  let moved = 0;
  new MutationObserver((records) => (moved += records.length)).observe(grid.shadowRoot.querySelector('.stage'), { subtree: true, attributeFilter: ['style'] });
  const changes = seconds * 10;
  const spent = [];
  for (let change = 0; change < changes; change += 1) {
    const speakerId = `p${(change * 5) % OTHERS}`;
    const began = performance.now();
    call.patch({ speakerId, participants: all.map((each) => (each.id === speakerId ? Object.freeze({ ...each, speaking: true }) : each)) });
    await grid.updateComplete;
    grid.getBoundingClientRect();
    spent.push(performance.now() - began);
    call.setAudioLevel(speakerId, Math.random());
    await wait(100 - ((performance.now() - began) % 100));
  }
  // A press answers in the same frame as ever.
  const tile = grid.shadowRoot.querySelector('nex-video-tile:last-of-type');
  const pressed = performance.now();
  tile.shadowRoot.querySelector('.more')?.click();
  while (!tile.shadowRoot.querySelector('.tile-menu')?.matches(':popover-open') && performance.now() - pressed < 3000) await frame();
  const menuMs = performance.now() - pressed;
  return { tiles: grid.shadowRoot.querySelectorAll('nex-video-tile').length, changes, ...counts, moved, quiet, longest: Math.max(0, ...tasks), tasks: tasks.length, spent, menuMs };
};
