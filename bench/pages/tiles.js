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
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function people(hasVideo) {
  const streams = hasVideo ? Array.from({ length: HUES }, (_, index) => fakeVideoStream(index * 50, '', 320, 180)) : [];
  const stream = (index) => (hasVideo ? { camera: 'on', cameraStream: streams[index % HUES] } : {});
  return Array.from({ length: OTHERS }, (_, index) => fakeParticipant({ id: `p${index}`, name: `Person ${index}`, ...stream(index) }));
}

let call;
let grid;
let all;

globalThis.bench = {
  /** 49 tiles, rendered and at rest. */
  async prepare({ hasVideo, layout }) {
    all = people(hasVideo);
    call = createFakeCall({ status: 'connected', participants: all, layout });
    grid = document.createElement('nex-video-grid');
    grid.call = call;
    grid.maxTiles = 49;
    document.body.style.margin = '0';
    grid.style.blockSize = '100vh';
    document.body.append(grid);
    await wait(2500);
  },
  /** Another speaker every 100 ms. */
  async run(seconds) {
    Object.assign(counts, { updates: 0, grid: 0 });
    let writes = 0;
    new MutationObserver((records) => (writes += records.length)).observe(grid.shadowRoot.querySelector('.stage'), { subtree: true, attributeFilter: ['style'] });
    const changes = seconds * 10;
    for (let change = 0; change < changes; change += 1) {
      const speakerId = `p${(change * 5) % OTHERS}`;
      const began = performance.now();
      call.patch({ speakerId, participants: all.map((each) => (each.id === speakerId ? Object.freeze({ ...each, speaking: true }) : each)) });
      call.setAudioLevel(speakerId, Math.random());
      await wait(Math.max(0, 100 - (performance.now() - began)));
    }
    return { tiles: grid.shadowRoot.querySelectorAll('nex-video-tile').length, changes, writes, ...counts };
  },
  /** How long a press on a tile's menu takes to show it, its code loaded by an earlier one. */
  async openMenu() {
    const tile = grid.shadowRoot.querySelector('nex-video-tile:last-of-type');
    const more = tile.shadowRoot.querySelector('.more');
    const isOpen = () => tile.shadowRoot.querySelector('.tile-menu')?.matches(':popover-open') === true;
    for (const isCounted of [false, true]) {
      const pressed = performance.now();
      more.click();
      while (!isOpen()) await frame();
      if (isCounted) return performance.now() - pressed;
      tile.shadowRoot.querySelector('.tile-menu').hidePopover();
      await frame();
    }
  },
};
