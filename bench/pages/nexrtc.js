import { createCall } from '../../src/create-call.ts';
import { FirstFrames } from './first-frames.js';

const frames = new FirstFrames();
let call;

globalThis.bench = {
  get seen() {
    return frames.count;
  },
  async prepare({ room, server }) {
    call = createCall({ room, server, iceServers: [], name: 'Bench' });
    call.subscribe(
      (state) => state.participants,
      (participants) => {
        for (const { id, cameraStream } of participants) if (cameraStream) frames.watch(id, cameraStream);
      },
    );
    call.enterLobby();
    await call.setCamera(true);
    await call.setMicrophone(true);
  },
  async join(expected) {
    const startMs = performance.now();
    await call.join();
    return frames.seen(expected, startMs);
  },
};
