import { silentLogger } from '../../../src/base/logger.js';
import type { Engine } from '../../../src/engine/engine-port.js';
import { createMeshEngine } from '../../../src/engine/mesh/mesh-engine.js';
import { FakeDevice } from './fake-device.js';
import { FakeNetwork } from './fake-network.js';
import { FakePage } from './fake-page.js';
import { FakePeerConnection } from './fake-peer-connection.js';
import { FakeServer } from './fake-server.js';
import { takeOverGlobals } from './world-globals.js';
import { WorldScheduler } from './world-scheduler.js';

export interface WorldMember {
  readonly name: string;
  readonly page: FakePage;
  readonly device: FakeDevice;
  readonly engine: Engine;
}

/** Devices' clocks are wrong by up to this much, either way. */
const CLOCK_ERROR_MS = 30_000;

/** Several engines, a network, a server and time in one process, all of it moved by one seed. */
export class RtcWorld {
  readonly scheduler: WorldScheduler;
  readonly network: FakeNetwork;
  readonly server: FakeServer;
  readonly #giveBackGlobals: () => void;

  constructor(seed: number) {
    this.scheduler = new WorldScheduler(seed);
    this.network = new FakeNetwork(this.scheduler);
    this.server = new FakeServer(this.scheduler);
    this.#giveBackGlobals = takeOverGlobals(this.scheduler);
  }

  /** A page with an engine of its own; `resumed` is the member whose page was reloaded. */
  createMember(name: string, options: { readonly resumed?: WorldMember; readonly maxParticipants?: number } = {}): WorldMember {
    const { scheduler, network, server } = this;
    const page = new FakePage(name, scheduler, Math.round(scheduler.random.between(-CLOCK_ERROR_MS, CLOCK_ERROR_MS)));
    const device = options.resumed?.device ?? new FakeDevice(name);
    scheduler.actor = page;
    const engine = createMeshEngine({
      room: 'model',
      secret: null,
      maxParticipants: options.maxParticipants ?? 10,
      resumeId: options.resumed?.engine.localId ?? null,
      signaling: server.port(page, device),
      rtcConfiguration: () => ({ iceServers: [] }),
      clock: page.clock,
      logger: silentLogger,
      createPeerConnection: () => new FakePeerConnection(network, page, device) as unknown as RTCPeerConnection,
    });
    return { name, page, device, engine };
  }

  /** The page is gone without a word; the browser closes its connections, the others are not told. */
  vanish({ page, device }: WorldMember): void {
    page.vanish();
    for (const connection of this.network.connectionsOf(device)) if (connection.page === page) connection.close();
  }

  setOnline({ page, device }: WorldMember, isOnline: boolean): void {
    device.isOnline = isOnline;
    this.recheck();
    if (isOnline) this.server.wake(page);
  }

  /** Another network: every path and every socket of before is dead. */
  changeNetwork({ page, device }: WorldMember): void {
    device.networkEpoch += 1;
    this.server.dropPage(page);
    this.recheck();
  }

  recheck(): void {
    this.network.recheck();
    this.server.recheck();
  }

  close(): void {
    this.#giveBackGlobals();
  }
}
