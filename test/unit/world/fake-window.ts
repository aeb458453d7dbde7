import type { BatteryLike, NetworkInformationLike, WorldWindow } from '../../../src/world/world-window.js';

class FakeConnection extends EventTarget implements NetworkInformationLike {
  type: string | undefined;
  saveData = false;
}

class FakeBattery extends EventTarget implements BatteryLike {
  level = 1;
  charging = false;
}

class FakeDocument extends EventTarget {
  visibilityState = 'visible';
}

/** A window in which nothing happens by itself, with everything a browser may have. */
export class FakeWindow extends EventTarget implements WorldWindow {
  readonly document = new FakeDocument();
  readonly connection = new FakeConnection();
  readonly battery = new FakeBattery();
  readonly navigator: {
    onLine: boolean;
    connection: FakeConnection;
    maxTouchPoints: number;
    standalone?: boolean;
    getBattery: () => Promise<BatteryLike>;
  };
  isCoarse = false;

  constructor() {
    super();
    this.navigator = { onLine: true, connection: this.connection, maxTouchPoints: 0, getBattery: () => Promise.resolve(this.battery) };
  }

  matchMedia(query: string): { readonly matches: boolean } {
    return { matches: this.isCoarse && query === '(pointer: coarse)' };
  }

  setVisible(isVisible: boolean): void {
    this.document.visibilityState = isVisible ? 'visible' : 'hidden';
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}
