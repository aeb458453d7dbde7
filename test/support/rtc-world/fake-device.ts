/** One machine on the fake network. Its packets go nowhere while it is offline, dead or moved to another network. */
export class FakeDevice {
  readonly name: string;
  isOnline = true;
  isDead = false;
  /** The signalling server cannot be reached, though the others may. */
  isCutFromServer = false;
  /** Counts changes of network: addresses gathered before are of no use. */
  networkEpoch = 0;

  constructor(name: string) {
    this.name = name;
  }

  get reachesServer(): boolean {
    return this.isOnline && !this.isDead && !this.isCutFromServer;
  }
}
