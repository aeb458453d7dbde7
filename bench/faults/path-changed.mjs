import { arrive, flowing, join, newRoom, settle } from '../../test/e2e/lab/scene.mjs';
import { probe } from '../../test/e2e/lab/probe.mjs';

const BACK_LIMIT_MS = 90_000;

/** Which of the relays carries what a visitor receives. */
async function relayOf(visitor, relays) {
  const [path] = await probe.paths(visitor);
  const found = relays.find(({ port }) => path?.url?.includes(`:${port}`));
  if (path?.candidateType !== 'relay' || !found) throw new Error(`not relayed, but ${path?.candidateType} by ${path?.url}`);
  return found;
}

function pathChanged({ id, fault, transport, stop, hasAim }) {
  return {
    id,
    fault,
    figures: [
      { key: 'backMs', what: 'pictures and sound back on both sides', floor: '10 s', ...(hasAim ? { aim: '4 s', aimMs: 4_000 } : {}) },
      { key: 'connections', what: 'new connections made by one side (0: the first one lived on)', unit: '' },
    ],
    async run(stage) {
      const room = newRoom();
      const relays = [await stage.turn(), await stage.turn()];
      const iceServers = JSON.stringify(relays.flatMap((relay) => relay.iceServers(transport)));
      const browser = await stage.browser();
      const attributes = `relay-only ice-servers='${iceServers}'`;
      const [ana, ben] = [await arrive(stage, browser, { room, attributes }), await arrive(stage, browser, { room, attributes })];
      for (const visitor of [ana, ben]) await join(visitor);
      await settle([ana, ben]);
      const used = await relayOf(ana, relays);
      const madeBefore = await probe.made(ana);
      await stop(used);
      const stoppedAt = Date.now();
      // What was still on its way does not count.
      const times = await Promise.all([ana, ben].map((visitor) => flowing(visitor, stoppedAt + 300, 1, BACK_LIMIT_MS)));
      const left = await relayOf(ana, relays);
      if (left === used) throw new Error('still on the relay that is stopped');
      return { backMs: Math.max(...times) - stoppedAt, connections: (await probe.made(ana)) - madeBefore };
    },
  };
}

const silence = (relay) => relay.setSilent(true);
const close = (relay) => relay.close();

export const PATH_CHANGED = [
  pathChanged({
    id: 'path-silent-udp',
    fault: 'path changed: relay A falls silent, B is there (UDP)',
    transport: 'udp',
    stop: silence,
    hasAim: true,
  }),
  pathChanged({
    id: 'path-closed-udp',
    fault: 'path changed: relay A is closed, B is there (UDP)',
    transport: 'udp',
    stop: close,
    hasAim: true,
  }),
  pathChanged({
    id: 'path-closed-tcp',
    fault: 'path changed: relay A is closed, B is there (TCP)',
    transport: 'tcp',
    stop: close,
    hasAim: true,
  }),
];
