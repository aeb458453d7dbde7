import { Peer } from 'peerjs';
import { FirstFrames } from '../pages/first-frames.js';

// What a page does that is built on PeerJS alone: the host's id is the room, guests ask it who is there and call each.
const frames = new FirstFrames();
const guests = new Set();
const met = new Set();
let stream;
let settings;

function watchCall(connection) {
  connection.on('stream', (remote) => {
    met.add(connection.peer);
    frames.watch(connection.peer, remote);
  });
}

function answerCalls(peer) {
  peer.on('call', (connection) => {
    watchCall(connection);
    connection.answer(stream);
  });
}

function host(peer) {
  peer.on('connection', (connection) => {
    connection.on('open', () => {
      connection.send([...guests]);
      guests.add(connection.peer);
    });
    connection.on('close', () => guests.delete(connection.peer));
  });
}

function visit(peer) {
  peer.on('open', () => {
    const connection = peer.connect(settings.room, { reliable: true });
    connection.on('data', (others) => {
      for (const id of [settings.room, ...others]) watchCall(peer.call(id, stream));
    });
  });
}

globalThis.bench = {
  get seen() {
    return frames.count;
  },
  /** From how many something comes. */
  get met() {
    return met.size;
  },
  async prepare(given) {
    settings = given;
    stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: given.hasCamera !== false });
  },
  async join(expected) {
    const startMs = performance.now();
    const { hostname, port, pathname } = new URL(settings.server);
    const options = { host: hostname, port: Number(port), path: pathname, secure: false, config: { iceServers: [] } };
    const peer = settings.isFirst ? new Peer(settings.room, options) : new Peer(options);
    answerCalls(peer);
    if (settings.isFirst) host(peer);
    else visit(peer);
    await new Promise((resolve) => peer.on('open', resolve));
    return frames.seen(expected, startMs);
  },
};
