import { arrive, flowing, join, newRoom, pause, settle, shown } from '../../test/e2e/lab/scene.mjs';
import { probe } from '../../test/e2e/lab/probe.mjs';

const JOIN_LIMIT_MS = 30_000;
/** A page has loaded, and has been read, when its visitor joins; and whoever is in the room has settled there. */
const SETTLE_MS = 1_500;

/** Round trip in milliseconds, loss in percent of each direction, rate of each direction; floors are medians. */
const SHAPES = [
  { id: 'excellent', what: 'excellent: 20 ms', roundTripMs: 20, loss: 0, kbps: null, floorMs: 1_400 },
  { id: 'wifi', what: 'WiFi: 60 ms, 0.5 %', roundTripMs: 60, loss: 0.5, kbps: null, floorMs: 1_800 },
  { id: '4g', what: '4G: 120 ms, 1 %, 5 Mbit/s', roundTripMs: 120, loss: 1, kbps: 5_000, floorMs: 2_900 },
  { id: '3g', what: '3G: 300 ms, 2 %, 750 kbit/s', roundTripMs: 300, loss: 2, kbps: 750, floorMs: 5_100 },
];

/**
 * Chromium's emulator draws its losses from a series that begins anew with each page: every run would lose the same
 * packet of the same handshake. A connection of the page to itself uses up a random part of the series.
 */
function drawFromSeries(count) {
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
  one.onicecandidate = ({ candidate }) => other.addIceCandidate(candidate ?? undefined);
  other.onicecandidate = ({ candidate }) => one.addIceCandidate(candidate ?? undefined);
  const channel = one.createDataChannel('series');
  return new Promise((resolve) => {
    channel.onopen = () => {
      for (let sent = 0; sent < count; sent += 1) channel.send('x'.repeat(900));
      setTimeout(
        () => {
          one.close();
          other.close();
          resolve();
        },
        300 + 50 * count,
      );
    };
    void (async () => {
      await one.setLocalDescription();
      await other.setRemoteDescription(one.localDescription);
      await other.setLocalDescription();
      await one.setRemoteDescription(other.localDescription);
    })();
  });
}

/** Both pages are shaped: each packet passes two of them, in each direction. Each line to the server has the round trip of its own. */
function joining({ id, what, roundTripMs, loss, kbps, floorMs }) {
  const bound = { floor: `${floorMs / 1_000} s`, aim: `${floorMs / 2_000} s`, aimMs: floorMs / 2, isOfMedian: true };
  return {
    id: `join-${id}`,
    fault: `joining, ${what}`,
    runs: ({ joins }) => joins,
    figures: [
      { key: 'connectedMs', what: 'connected, from join()', ...bound },
      { key: 'pictureMs', what: 'first picture and sound, from join()', ...bound },
      { key: 'roundTripMs', what: 'round trip that the connection reports' },
    ],
    async run(stage) {
      const room = newRoom();
      const browser = await stage.browser();
      const shape = { latencyMs: roundTripMs / 4, packetLoss: loss / 2, kbps };
      const enter = async () => {
        const line = await stage.line();
        line.setDelay(roundTripMs / 2);
        return arrive(stage, browser, { room, signalUrl: line.signalUrl, shape });
      };
      const ana = await enter();
      const ben = await enter();
      if (loss > 0) for (const visitor of [ana, ben]) await visitor.page.evaluate(drawFromSeries, Math.ceil(60 * Math.random()));
      await pause(SETTLE_MS);
      await join(ana);
      await pause(SETTLE_MS);
      const startedAt = Date.now();
      await join(ben);
      const isConnected = ({ others }) => others[0]?.connection === 'connected';
      const connectedAt = await shown(ben, startedAt, isConnected, 'connected', JOIN_LIMIT_MS);
      const pictureAt = await flowing(ben, startedAt, 1, JOIN_LIMIT_MS);
      await settle([ana, ben], 500);
      const [path] = await probe.paths(ben);
      return { connectedMs: connectedAt - startedAt, pictureMs: pictureAt - startedAt, roundTripMs: path?.roundTripMs ?? null };
    },
  };
}

export const JOINING = SHAPES.map(joining);
