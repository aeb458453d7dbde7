import type { Scope } from '../../base/scope.js';
import type { Engine, EngineEvents, TrackSource } from '../../engine/engine-port.js';
import type { ConnectionSample } from '../../quality/connection-sample.js';
import { SendPlanner } from '../../quality/send-planner.js';
import type { PictureSize, SendPlan, SendSituation, Viewer } from '../../quality/send-situation.js';
import type { Adaptation } from '../../quality/send-step.js';
import { TICK_MS } from '../../quality/stall-watch.js';
import type { CallOptions } from '../call-options.js';
import type { CallState } from '../call.js';
import { LossLooks } from './late-loss-looks.js';
import type { LateOptions } from '../later/late-options.js';
import { ToldLimits } from './late-told-limits.js';

type Wish = EngineEvents['receive-wish'];

/** The budget is shown anew when it changed by this share. */
const SHOWN_CHANGE = 0.1;

export type SendAdaptationOptions = Pick<LateOptions, 'snapshot' | 'captures' | 'world' | 'clock' | 'scope' | 'updatePresence'>;

/** Carries what is seen, measured and chosen to what decides about sending, and its plan to the engine and the state. */
export class SendAdaptation {
  readonly #options: SendAdaptationOptions;
  readonly #wishes = new Map<string, Wish>();
  #stay: Scope | null = null;
  #limits: ToldLimits | null = null;
  #planner: SendPlanner | null = null;
  #samples = new Map<string, ConnectionSample>();
  #isDue = false;

  constructor(options: SendAdaptationOptions) {
    this.#options = options;
  }

  /** One stay begins; `early` was wished for before this was loaded. */
  start(engine: Engine, early: readonly Wish[]): void {
    this.stop();
    const { scope, snapshot } = this.#options;
    const stay = scope.child();
    this.#stay = stay;
    this.#limits = new ToldLimits(engine);
    this.#planner = new SendPlanner(this.#device);
    for (const wish of early) this.#keep(wish);
    new LossLooks({
      engine,
      scope: stay,
      sources: () => PICTURES.filter((source) => this.#captured(source) !== null),
      onSigns: (signs) => {
        if (this.#planner?.addSigns(signs, this.#options.clock.now()) === true) this.#update();
      },
    });
    stay.every(TICK_MS, () => this.#planner?.tick(this.#options.clock.now()));
    stay.add(
      engine.on('receive-wish', (wish) => {
        this.#keep(wish);
        this.#updateSoon();
      }),
    );
    stay.add(
      engine.on('participant-left', ({ participantId }) => {
        this.#limits?.forget(participantId);
        for (const source of PICTURES) this.#wishes.delete(keyOf(participantId, source));
      }),
    );
    for (const select of CAUSES)
      stay.add(
        snapshot.store.subscribe(select, () => {
          this.#update();
        }),
      );
    this.#update();
  }

  stop(): void {
    this.#stay?.close();
    this.#stay = null;
    this.#limits = null;
    this.#planner = null;
    this.#wishes.clear();
    this.#samples.clear();
    this.#options.snapshot.isCameraSent = true;
    this.#show({ budgetBps: null, steps: NO_STEPS });
  }

  /** Those of one moment are taken together. */
  handleSample(participantId: string, sample: ConnectionSample): void {
    if (this.#planner === null) return;
    this.#samples.set(participantId, sample);
    this.#updateSoon();
  }

  /** The visitor chose by hand; the options have it already. */
  handleChoice({ videoQuality, audioQuality, bandwidthLimitKbps }: Partial<CallOptions>): void {
    const planner = this.#planner;
    if (planner === null) return;
    const device = this.#device;
    if (videoQuality !== undefined) planner.choosePictures(videoQuality === 'auto', device);
    if (audioQuality !== undefined) planner.chooseSound(audioQuality === 'auto', device);
    if (bandwidthLimitKbps !== undefined) planner.chooseLimit();
    this.#update();
  }

  setAdaptive(isOn: boolean): void {
    this.#show({ isAdaptive: isOn });
    this.#update();
  }

  setSigning(isOn: boolean): void {
    this.#show({ isSigning: isOn });
    this.#update();
  }

  get #state(): Readonly<CallState> {
    return this.#options.snapshot.state;
  }

  get #device(): SendSituation['device'] {
    const { world } = this.#options;
    return { ...world.power, isHandheld: world.isHandheld, isMemorySmall: world.isMemorySmall };
  }

  #keep(wish: Wish): void {
    this.#wishes.set(keyOf(wish.participantId, wish.source), wish);
  }

  #updateSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#update();
    });
  }

  #update(): void {
    const planner = this.#planner;
    if (planner === null) return;
    const nowMs = this.#options.clock.now();
    const situation = this.#situation();
    if (this.#samples.size > 0) {
      planner.addSamples(this.#samples, situation.limitBps, nowMs);
      this.#samples = new Map();
    }
    const plan = planner.plan(situation, nowMs);
    this.#limits?.tell(plan);
    this.#options.snapshot.isCameraSent = !plan.isCameraOff;
    this.#show({ budgetBps: this.#shownBudget(plan), steps: plan.steps });
  }

  #situation(): SendSituation {
    const { options, participants, adaptation } = this.#state;
    return {
      viewers: participants.filter(isReachable).map(({ id }): Viewer => ({
        id,
        camera: this.#wishes.get(keyOf(id, 'camera'))?.wish ?? null,
        screen: this.#wishes.get(keyOf(id, 'screen'))?.wish ?? null,
      })),
      camera: this.#captured('camera'),
      screen: this.#captured('screen'),
      videoChoice: options.videoQuality,
      audioChoice: options.audioQuality,
      limitBps: options.bandwidthLimitKbps === null ? null : options.bandwidthLimitKbps * 1000,
      device: this.#device,
      isAdaptive: adaptation.isAdaptive,
      isSigning: adaptation.isSigning,
    };
  }

  #captured(source: 'camera' | 'screen'): PictureSize | null {
    const track = this.#options.captures.track(source);
    if (track === null) return null;
    const { width = 0, height = 0 } = track.getSettings();
    return { width, height };
  }

  #shownBudget({ budgetBps, steps }: SendPlan): number | null {
    const shown = this.#state.adaptation.budgetBps;
    if (budgetBps === null) return null;
    const rounded = roundRate(budgetBps);
    const isFar = shown === null || Math.abs(rounded - shown) > shown * SHOWN_CHANGE;
    return isFar || !isSame(steps, this.#state.adaptation.steps) ? rounded : shown;
  }

  /** Only what is no longer the same. */
  #show(patch: Partial<Adaptation>): void {
    const before = this.#state.adaptation;
    const steps = patch.steps === undefined || isSame(patch.steps, before.steps) ? before.steps : frozen(patch.steps);
    const after: Adaptation = { ...before, ...patch, steps };
    if (isSame(after, before)) return;
    const { snapshot, updatePresence } = this.#options;
    snapshot.patch({ adaptation: Object.freeze(after) });
    if (after.steps !== before.steps) updatePresence();
  }
}

const PICTURES = ['camera', 'screen'] as const;
const NO_STEPS: Adaptation['steps'] = Object.freeze([]);

/** What a plan follows from, besides wishes and samples. */
const CAUSES: readonly ((state: Readonly<CallState>) => unknown)[] = [
  ({ participants }) =>
    participants
      .filter(isReachable)
      .map(({ id }) => id)
      .join(' '),
  ({ options }) => options.videoQuality,
  ({ options }) => options.audioQuality,
  ({ options }) => options.bandwidthLimitKbps,
  ({ self }) => self.cameraStream,
  ({ self }) => self.screenStream,
  ({ power }) => power,
];

function isReachable({ connection }: CallState['participants'][number]): boolean {
  return connection !== 'failed' && connection !== 'closed';
}

function keyOf(participantId: string, source: TrackSource): string {
  return `${source} ${participantId}`;
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function frozen(steps: Adaptation['steps']): Adaptation['steps'] {
  return Object.freeze(steps.map((step) => Object.freeze({ ...step })));
}

function roundRate(bps: number): number {
  const step = bps < 1_000_000 ? 50_000 : 100_000;
  return Math.max(step, Math.round(bps / step) * step);
}
