import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import { boundDisplayName } from '../../room/display-name.js';
import { deriveRoomKeys } from '../../security/room-keys.js';
import type { RestoreMark, RestoreStore } from '../../world/restore-store-port.js';
import type { World } from '../../world/world-port.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import type { Captures } from '../capture/captures.js';

/** A discarded page has no time to say goodbye: its mark must not be old. */
const REFRESH_MS = 10_000;

export interface RestoreOptions {
  readonly store: RestoreStore;
  readonly world: World;
  readonly clock: Clock;
  readonly snapshot: CallSnapshot;
  readonly captures: Captures;
}

/** Lets a reload go on with the call: finds the mark of the page before, and keeps one of this call. */
export class Restore {
  readonly #options: RestoreOptions;
  readonly #scope: Scope;
  #stay: Scope | null = null;
  /** The store's name of this room, once it is known. */
  #key: string | null = null;
  #mark: RestoreMark | null = null;
  #isClosed = false;
  /** Null when there is nothing to wait for. */
  #lookup: Promise<void> | null = null;

  constructor(options: RestoreOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    if (!options.store.hasMarks) return;
    options.snapshot.patch({ canResume: null });
    this.#lookup = this.#find();
  }

  /** Settles when it is known whether there is something to go on with; null when that is known already. */
  get lookup(): Promise<void> | null {
    return this.#lookup;
  }

  /** What to go on with; it can be taken once. */
  take(): RestoreMark | null {
    const mark = this.#mark;
    this.#mark = null;
    this.#options.snapshot.patch({ canResume: false });
    // Another call of this room in this tab may have taken it already.
    if (mark === null || this.#key === null || this.#options.store.find(this.#key) === null) return null;
    this.#options.store.forget(this.#key);
    return mark;
  }

  /** Keeps a mark of this call from now on. */
  start(): void {
    this.stop();
    const { world, snapshot } = this.#options;
    const stay = this.#scope.child();
    this.#stay = stay;
    let isUnloading = false;
    const keep = (): void => {
      this.#keep(isUnloading);
    };
    stay.every(REFRESH_MS, keep);
    // A crash comes without a word: a camera that was turned off must not come back on.
    for (const member of ['options', 'microphone', 'camera'] as const) stay.add(snapshot.store.subscribe((state) => state[member], keep));
    stay.add(
      world.on('page', ({ change }) => {
        if (change === 'unloading') isUnloading = true;
        // A page that is left turns hidden after that, and is not back for it.
        else if (change !== 'hidden' && change !== 'frozen') isUnloading = false;
        keep();
      }),
    );
    void this.#findKey().then(() => {
      if (!stay.isClosed) keep();
    });
  }

  /** Forgets this call. */
  stop(): void {
    if (this.#stay === null) return;
    this.#stay.close();
    this.#stay = null;
    if (this.#key !== null) this.#options.store.forget(this.#key);
  }

  close(): void {
    this.#isClosed = true;
    this.stop();
    this.#scope.close();
  }

  async #find(): Promise<void> {
    const { store, snapshot } = this.#options;
    await this.#findKey();
    this.#lookup = null;
    if (this.#isClosed) return;
    const mark = this.#key === null ? null : store.find(this.#key);
    this.#mark = mark;
    snapshot.patch({ canResume: mark !== null });
    if (mark === null) return;
    const name = boundDisplayName(mark.name);
    snapshot.setOptions({ isMuted: !mark.microphone, isCameraOff: !mark.camera, ...(name === '' ? {} : { name }) });
  }

  async #findKey(): Promise<void> {
    const { room, secret } = this.#options.snapshot.state.options;
    try {
      // One-way, and the same that a server is shown: neither name nor secret is in it.
      this.#key = (await deriveRoomKeys(room, secret)).roomId;
    } catch {
      // No keys, no call either.
    }
  }

  #keep(isUnloading: boolean): void {
    const { store, snapshot, captures, clock } = this.#options;
    const { id, name, joinedAt } = snapshot.state.self;
    if (this.#key === null) return;
    const [microphone, camera] = [captures.isWanted('microphone'), captures.isWanted('camera')];
    store.keep(this.#key, { id, name, joinedAt, microphone, camera, at: clock.now() }, isUnloading);
  }
}
