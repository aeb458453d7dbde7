import type { ConnectionReport, Engine, ReceiveWish } from '../../engine/engine-port.js';
import type { SnapshotPatch } from '../state/call-snapshot.js';
import type { Participant } from '../call.js';
import { SendAdaptation } from '../quality/late-adaptation.js';
import { CaptureShape } from '../capture/late-capture-shape.js';
import { Conversation } from '../conversation/late-conversation.js';
import { DeviceCare } from '../capture/late-device-care.js';
import type { LateWork } from './later-intents.js';
import { MutedMicrophone } from '../capture/late-muted-microphone.js';
import type { DeviceCarePorts, EarlyEvent, LateOptions } from './late-options.js';
import { OwnView } from '../participants/late-own-view.js';
import { PictureOffers } from '../quality/late-picture-offers.js';

/** What of a call is loaded only when it stands. One for the life of a call, over several stays. */
export class LateFeatures {
  readonly conversation: Conversation;
  readonly intents: LateWork;
  readonly adaptation: SendAdaptation;
  readonly pictures: PictureOffers;
  readonly #view: OwnView;
  readonly #care: DeviceCare;
  readonly #microphone: MutedMicrophone;
  readonly #shape: CaptureShape;
  #engine: Engine | null = null;
  #lastConnections: Promise<readonly ConnectionReport[]> | null = null;

  /** `wishes`: how each picture of the others is to be seen here. */
  constructor(options: LateOptions, wishes: Map<string, ReceiveWish>) {
    let ports: Promise<DeviceCarePorts> | null = null;
    const loadDeviceCare = (): Promise<DeviceCarePorts> =>
      (ports ??= options.loadDeviceCare().catch((error: unknown) => {
        ports = null;
        throw error;
      }));
    const conversation = new Conversation(options);
    const view = new OwnView(options);
    const care = new DeviceCare({ ...options, loadDeviceCare });
    const adaptation = new SendAdaptation(options);
    const pictures = new PictureOffers({ ...options, wishes });
    this.adaptation = adaptation;
    this.pictures = pictures;
    this.conversation = conversation;
    this.#view = view;
    this.#care = care;
    this.#microphone = new MutedMicrophone(options);
    this.#shape = new CaptureShape({
      ...options,
      loadPorts: loadDeviceCare,
      onResized: () => {
        adaptation.handleChoice({});
        pictures.update();
      },
    });
    this.intents = {
      pin: (id, isPinned) => view.pin(id, isPinned),
      hideTile: (id, isHidden) => view.hideTile(id, isHidden),
      setVolume: (id, volume) => view.setVolume(id, volume),
      send: (text, target) => conversation.send(text, target),
      deleteMessage: (id) => conversation.deleteMessage(id),
      raiseHand: (isRaised) => conversation.raiseHand(isRaised),
      react: (emoji) => conversation.react(emoji),
      setSpotlight: (id) => conversation.setSpotlight(id),
      flipCamera: () => care.flipCamera(),
      setTorch: (isOn) => care.setTorch(isOn),
      setCameraZoom: (value) => care.setCameraZoom(value),
      setAdaptive: (isOn) => {
        adaptation.setAdaptive(isOn === true);
      },
      setSigning: (isOn) => {
        adaptation.setSigning(isOn === true);
      },
    };
  }

  /** How the connections of the last stay stood when it ended; null before the first end. Never rejects. */
  get lastConnections(): Promise<readonly ConnectionReport[]> | null {
    return this.#lastConnections;
  }

  /** One stay begins; `early` was said or wished for before this was loaded. */
  start(engine: Engine, early: readonly EarlyEvent[]): void {
    const said = early.filter((event) => 'data' in event);
    const wishes = early.filter((event) => 'wish' in event);
    this.conversation.start(engine, said);
    this.adaptation.start(engine, wishes);
    this.pictures.start(engine, said);
    this.#care.start();
    this.#microphone.start();
    this.#shape.start(engine, wishes);
    this.#engine = engine;
  }

  /** Before the engine is left: afterwards it knows nobody. */
  stop(): void {
    this.#lastConnections = this.#engine?.describe().catch(() => []) ?? this.#lastConnections;
    this.#engine = null;
    this.conversation.stop();
    this.#care.stop();
    this.#microphone.stop();
    this.#shape.stop();
    this.adaptation.stop();
    this.pictures.stop();
  }

  /** What follows from who is here now. */
  follow(participants: readonly Participant[]): SnapshotPatch {
    return { ...this.#view.follow(participants), spotlightId: this.conversation.spotlightOf(participants) };
  }
}
