import { createCore } from '../../src/core/index.ts';

/** Milliseconds from cause to callback, by event. */
const samples = {};
const keep = (event, causedAt) => {
  if (causedAt === null) return;
  samples[event] ??= [];
  samples[event].push(performance.now() - causedAt);
};

/** The first message since the last callback that a message caused: with more than one, the longer time counts. */
let messageAt = null;
/** Whatever came last over any channel. */
let anyAt = null;
let captureAt = null;
let statsAt = null;
let stoppedAt = null;
let askedAt = null;
let isCounting = false;

const { createDataChannel, getStats } = RTCPeerConnection.prototype;
RTCPeerConnection.prototype.createDataChannel = function (label, options) {
  const channel = createDataChannel.call(this, label, options);
  // The first listener of the channel: before any work of the core's own.
  channel.addEventListener('message', () => {
    anyAt = performance.now();
    if (label === 'reliable') messageAt ??= anyAt;
  });
  return channel;
};
RTCPeerConnection.prototype.getStats = async function (...options) {
  const report = await getStats.apply(this, options);
  statsAt = performance.now();
  return report;
};
const { stop } = MediaStreamTrack.prototype;
MediaStreamTrack.prototype.stop = function () {
  stop.call(this);
  stoppedAt = performance.now();
};
const capture = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  const stream = await capture(constraints);
  captureAt = performance.now();
  return stream;
};

/** Who tells the others something new more often is held back by the sender's own limit, and several changes become one. */
const PACE_MS = 80;
function keepOwn(event) {
  keep(`${event}, own`, event === 'media_stream_added' ? captureAt : stoppedAt);
  if (event === 'media_stream_removed') keep('media_stream_removed, own, in all', askedAt);
}

const pause = (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs));
let core;
let handle;

globalThis.bench = {
  samples,
  get others() {
    return handle.remoteStreams.size;
  },
  async join({ url, room }) {
    core = createCore();
    await core.initialize({ signaling: { url }, iceServers: [], media: { video: false, audio: true } });
    handle = await core.createConnection(room);
    for (const event of ['media_stream_added', 'media_stream_removed']) {
      core.on(event, ({ participantId }) => {
        if (participantId === null) keepOwn(event);
        else if (isCounting) keep(event, messageAt);
        messageAt = null;
      });
    }
    core.on('network_stats_updated', () => keep('network_stats_updated', statsAt));
    core.on('participant_left', () => keep('participant_left', anyAt));
    core.on('connection_closed', () => keep('connection_closed', askedAt));
    await core.joinRoom(handle);
  },
  async toggle(times) {
    for (let time = 0; time < times; time += 1) {
      askedAt = performance.now();
      await core.toggleAudio(handle);
      await pause(PACE_MS);
    }
  },
  count(isWanted) {
    messageAt = null;
    isCounting = isWanted;
  },
  async leaveAndJoin() {
    askedAt = performance.now();
    await core.leaveRoom(handle);
    await core.joinRoom(handle);
  },
};
