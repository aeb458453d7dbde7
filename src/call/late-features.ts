import type { Engine, EngineEvents } from '../engine/engine-port.js';
import type { SnapshotPatch } from './call-snapshot.js';
import type { Participant } from './call.js';
import { Conversation } from './late-conversation.js';
import { DeviceCare } from './late-device-care.js';
import type { LateOptions } from './late-options.js';
import { OwnView } from './late-own-view.js';

/** What of a call is loaded only when it stands. One for the life of a call, over several stays. */
export class LateFeatures {
  readonly conversation: Conversation;
  readonly view: OwnView;
  readonly care: DeviceCare;

  constructor(options: LateOptions) {
    this.conversation = new Conversation(options);
    this.view = new OwnView(options);
    this.care = new DeviceCare(options);
  }

  /** One stay begins; `early` was said before this was loaded. */
  start(engine: Engine, early: readonly EngineEvents['data'][]): void {
    this.conversation.start(engine, early);
    this.care.start();
  }

  stop(): void {
    this.conversation.stop();
    this.care.stop();
  }

  /** What follows from who is here now. */
  follow(participants: readonly Participant[]): SnapshotPatch {
    return { ...this.view.follow(participants), spotlightId: this.conversation.spotlightOf(participants) };
  }
}
