import { FirstFrames } from './first-frames.js';

const frames = new FirstFrames();
let stream;

async function connectPair(id) {
  const offerer = new RTCPeerConnection({ iceServers: [] });
  const answerer = new RTCPeerConnection({ iceServers: [] });
  for (const track of stream.getTracks()) {
    offerer.addTrack(track, stream);
    answerer.addTrack(track, stream);
  }
  offerer.onicecandidate = ({ candidate }) => void answerer.addIceCandidate(candidate);
  answerer.onicecandidate = ({ candidate }) => void offerer.addIceCandidate(candidate);
  answerer.ontrack = ({ streams }) => frames.watch(id, streams[0]);
  await offerer.setLocalDescription();
  await answerer.setRemoteDescription(offerer.localDescription);
  await answerer.setLocalDescription();
  await offerer.setRemoteDescription(answerer.localDescription);
}

globalThis.bench = {
  get seen() {
    return frames.count;
  },
  async prepare() {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  },
  async join(expected) {
    const startMs = performance.now();
    await Promise.all(Array.from({ length: expected }, (_, index) => connectPair(String(index))));
    return frames.seen(expected, startMs);
  },
};
