import { AudioPlan } from './audio-plan.js';
import type { ConnectionSample } from './connection-sample.js';
import { HeldRung } from './held-rung.js';
import { known } from './known.js';
import type { LossSign } from './loss-watch.js';
import { OFF, boundOf, cameraEncoding, cameraLadder, screenEncoding, screenLadder } from './picture-ladders.js';
import { OPEN_BPS, PicturesGate } from './pictures-gate.js';
import { ProcessorWatch } from './processor-watch.js';
import { SPEND_SHARE } from './rate-control.js';
import { ceilingsOf, deviceReasons, startBpsOf, type ReasonCeiling } from './send-ceilings.js';
import { lowest, type Ceiling, type Rung } from './send-rungs.js';
import type { SendPlan, SendSituation, SendDevice, SeenSize, ViewerPlan } from './send-situation.js';
import { sendSteps } from './send-steps.js';
import { CAMERA_RUNG_NAMES, SCREEN_RUNG_NAMES, type CameraRungName, type SendReason } from './send-step.js';
import { shareOut, type Claim } from './share-out.js';
import { StallWatch } from './stall-watch.js';
import { UplinkBudget } from './uplink-budget.js';

/** More than any mesh of these sizes can use. */
const MOST_BPS = 20_000_000;
/** Pixels of the longer side from which a picture counts as shown large. */
const LARGE_SIDE = 600;
/** When one way carries little and both pictures go there, the screen gets this much of it. */
const SCREEN_PART = 0.75;
const OPEN_MARGIN = 1.2;
const SCREEN_AUDIO_BPS = 64_000;
const MAXIMUM_SCREEN_AUDIO_BPS = 128_000;

interface PictureClaim extends Claim {
  readonly id: string;
  readonly source: 'camera' | 'screen';
  readonly seen: SeenSize | null;
  readonly ladder: readonly Rung[];
}

/** Decides what is sent to whom, from what is wanted, what is seen, what this device can and what the network shows. Pure. */
export class SendPlanner {
  readonly #budget: UplinkBudget;
  readonly #startBps: number;
  readonly #audio = new AudioPlan();
  readonly #gate = new PicturesGate();
  readonly #processor = new ProcessorWatch();
  readonly #stalls = new StallWatch();
  readonly #rungs = new Map<string, HeldRung>();
  /** Undone by hand, as long as the reason lasts. */
  readonly #waived = { pictures: new Set<SendReason>(), sound: new Set<SendReason>() };
  /** More would be sent if there were more. */
  #isMoreWanted = false;
  /** While there are no pictures, nothing tries out more than it takes to have some. */
  #usableBps = MOST_BPS;
  /** Those whose own way carries less than they could use. */
  #narrow = new Set<string>();
  #plan: SendPlan | null = null;

  constructor(device: SendDevice) {
    this.#startBps = startBpsOf(device);
    this.#budget = new UplinkBudget(this.#startBps);
  }

  /** The samples of one moment; `plan()` is to follow. */
  addSamples(samples: ReadonlyMap<string, ConnectionSample>, limitBps: number | null, nowMs: number): void {
    const planned = this.#plan?.plannedBps;
    const stalledMs = this.#stalls.lateMs(nowMs);
    const readings = [...samples].flatMap(([participantId, sample]) => {
      const plannedBps = planned?.get(participantId);
      if (plannedBps === undefined) return [];
      return [{ participantId, sample, plannedBps, picturesBps: plannedBps - (this.#plan?.soundBps.get(participantId) ?? 0), stalledMs }];
    });
    this.#budget.add(
      readings,
      { isWanted: this.#isMoreWanted, narrow: this.#narrow, mostBps: Math.min(limitBps ?? MOST_BPS, this.#usableBps) },
      nowMs,
    );
    const shares = [...samples.values()].map(({ up }) => up.processorLimitedShare);
    this.#processor.add(known.largest(shares), this.#plan?.largestSent ?? null, nowMs);
  }

  /** To be called each `TICK_MS`: when it comes late, this device does not keep up. */
  tick(nowMs: number): void {
    this.#stalls.tick(nowMs);
  }

  /** What shows between two samples. True when there is to be a new plan. */
  addSigns(signs: ReadonlyMap<string, LossSign>, nowMs: number): boolean {
    return this.#budget.addSigns(signs, nowMs);
  }

  /** The visitor chose: what was lowered by itself is undone, and begins anew from what the network shows. */
  choosePictures(isAuto: boolean, device: SendDevice): void {
    this.#waive(this.#waived.pictures, isAuto, device);
    this.#processor.reset();
    this.#gate.reset();
    this.#lift();
  }

  chooseSound(isAuto: boolean, device: SendDevice): void {
    this.#waive(this.#waived.sound, isAuto, device);
    this.#audio.reset();
  }

  chooseLimit(): void {
    this.#lift();
  }

  plan(situation: SendSituation, nowMs: number): SendPlan {
    this.#forget(situation);
    const { viewers, limitBps, isAdaptive, audioChoice, videoChoice, camera, screen } = situation;
    this.#budget.bound(limitBps ?? MOST_BPS);
    const ceilings = ceilingsOf(situation, this.#processor.ceiling, this.#waived.pictures);
    const soundCeilings = ceilingsOf(situation, null, this.#waived.sound);
    const budgetBps = isAdaptive ? this.#budget.bps : (limitBps ?? MOST_BPS);
    const audio = this.#audio.choose(
      {
        chosen: audioChoice,
        mostBps: least(soundCeilings, 'microphoneBps'),
        participantCount: viewers.length,
        budgetBps,
        isClean: viewers.every(({ id }) => this.#budget.isClean(id)),
      },
      nowMs,
    );
    const isGateOpen = this.#gate.update(this.#budget.bps - audio.totalBps, nowMs);
    this.#usableBps = isGateOpen ? MOST_BPS : audio.totalBps + OPEN_BPS * OPEN_MARGIN;
    const leftBps = isGateOpen ? budgetBps * SPEND_SHARE - audio.totalBps : 0;
    // Also while the network carries less: the encoder gives up the second channel by itself.
    const microphone = { ...sound(audio.bitrateBps), ...(audioChoice === 'maximum' && { isStereo: true }) };
    const sounds = new Map(
      viewers.map(({ id }) => [
        id,
        this.#audio.within(audio, viewers.length, isAdaptive ? (this.#budget.boundOf(id) ?? Infinity) : Infinity),
      ]),
    );
    const soundBps = new Map([...sounds].map(([id, { totalBps }]) => [id, totalBps]));
    const claims = this.#claims(situation, ceilings, soundBps);
    for (const [id, { bitrateBps }] of sounds) if (bitrateBps < audio.bitrateBps) this.#narrow.add(id);
    const shares = shareOut(claims, leftBps);
    this.#isMoreWanted =
      claims.some(({ mostBps }, index) => (shares[index] ?? 0) < mostBps * 0.99) || (!isGateOpen && (camera ?? screen) !== null);

    const each = new Map<string, ViewerPlan>(
      viewers.map(({ id }) => [
        id,
        { camera: OFF, screen: OFF, microphone: { ...microphone, maxBitrateBps: sounds.get(id)?.bitrateBps ?? null } },
      ]),
    );
    const plannedBps = new Map(soundBps);
    const sent: Record<'camera' | 'screen', { top: Rung; rung: Rung | null }[]> = { camera: [], screen: [] };
    claims.forEach((claim, index) => {
      const { id, source, ladder, seen } = claim;
      const [top] = ladder;
      const captured = situation[source];
      if (top === undefined || captured === null) return;
      const share = shares[index] ?? 0;
      const rung = this.#rungOf(claim, share, soundBps.get(id) ?? 0, isAdaptive && isGateOpen, nowMs);
      sent[source].push({ top, rung });
      if (rung === null || share <= 0) return;
      // A size that is held back waits for more; its rate shows whether there is more.
      const bitrateBps = rung === top || !isAdaptive ? Math.min(share, rung.bitrateBps) : share;
      const encoding = source === 'camera' ? cameraEncoding(rung, bitrateBps, captured) : screenEncoding(rung, bitrateBps, captured, seen);
      const pictures = each.get(id);
      if (pictures !== undefined) each.set(id, { ...pictures, [source]: encoding });
      plannedBps.set(id, (plannedBps.get(id) ?? 0) + bitrateBps);
    });

    const steps = sendSteps({
      situation,
      ceilings,
      soundCeilings,
      audio,
      camera: { sent: sent.camera, isGateOpen },
      screen: { sent: sent.screen, isGateOpen },
      scarcity: limitBps !== null && this.#budget.bps >= limitBps ? 'limit' : this.#budget.isGuess ? null : 'network',
    });
    const cameraCeiling = lowest(ceilings.flatMap((each) => each.camera ?? []));
    const screenCeiling = lowest(ceilings.flatMap((each) => each.screen ?? []));
    const screenAudioBps = audioChoice === 'maximum' ? MAXIMUM_SCREEN_AUDIO_BPS : SCREEN_AUDIO_BPS;
    this.#plan = {
      all: {
        microphone,
        'screen-audio': sound(Math.min(screenAudioBps, least(soundCeilings, 'screenAudioBps'))),
        camera: videoChoice === 'off' || !isGateOpen ? OFF : boundOf(cameraCeiling, camera),
        screen: isGateOpen ? boundOf(screenCeiling, null) : OFF,
      },
      each,
      steps,
      plannedBps,
      soundBps,
      budgetBps: viewers.length === 0 ? null : budgetBps < MOST_BPS ? budgetBps : null,
      isCameraOff: videoChoice === 'off' || !isGateOpen,
      largestSent: largest(sent.camera),
    };
    return this.#plan;
  }

  /** Everyone who sees a picture claims what it could use. Notes those whose own way carries less. */
  #claims(situation: SendSituation, ceilings: readonly ReasonCeiling[], soundBps: ReadonlyMap<string, number>): readonly PictureClaim[] {
    const { viewers, camera, screen, videoChoice, isSigning } = situation;
    const claims: PictureClaim[] = [];
    const narrow = new Set<string>();
    const ceilingsFor = (source: 'camera' | 'screen'): readonly Ceiling[] => ceilings.flatMap((each) => each[source] ?? []);
    for (const viewer of viewers) {
      const { id } = viewer;
      const seesCamera = camera !== null && videoChoice !== 'off' && viewer.camera?.isVisible !== false;
      const seesScreen = screen !== null && viewer.screen?.isVisible !== false;
      const boundBps = Math.max(0, (this.#budget.boundOf(id) ?? Infinity) - (soundBps.get(id) ?? 0));
      const add = (source: 'camera' | 'screen', rank: number, ladder: readonly Rung[], partBps: number): void => {
        const top = ladder[0]?.bitrateBps ?? 0;
        const leastBps = ladder.at(-1)?.leastBps ?? 0;
        if (partBps < top) narrow.add(id);
        claims.push({ id, source, seen: viewer[source], ladder, rank, leastBps, mostBps: partBps < leastBps ? 0 : Math.min(top, partBps) });
      };
      if (seesScreen)
        add('screen', 0, screenLadder(screen, viewer.screen, ceilingsFor('screen')), seesCamera ? boundBps * SCREEN_PART : boundBps);
      if (!seesCamera) continue;
      const ladder = cameraLadder(camera, viewer.camera, ceilingsFor('camera'), isSigning);
      add('camera', (ladder[0]?.longSide ?? 0) >= LARGE_SIDE ? 1 : 2, ladder, seesScreen ? boundBps * (1 - SCREEN_PART) : boundBps);
    }
    this.#narrow = narrow;
    return claims;
  }

  #rungOf({ id, source, ladder }: PictureClaim, shareBps: number, audioBps: number, isHeld: boolean, nowMs: number): Rung | null {
    if (!isHeld) return ladder.find(({ leastBps }) => leastBps <= shareBps) ?? null;
    const key = `${source} ${id}`;
    const held = this.#rungs.get(key) ?? new HeldRung({ order: source === 'camera' ? CAMERA_RUNG_NAMES : SCREEN_RUNG_NAMES });
    this.#rungs.set(key, held);
    const mostBps = Math.min(shareBps, this.#budget.believedOf(id) - audioBps);
    return held.choose(ladder, shareBps, nowMs, { isClean: this.#budget.isClean(id), isReturning: this.#budget.isReturning, mostBps });
  }

  #lift(): void {
    this.#budget.lift(this.#startBps);
    this.#rungs.clear();
  }

  #waive(waived: Set<SendReason>, isAuto: boolean, device: SendDevice): void {
    waived.clear();
    if (!isAuto) for (const reason of deviceReasons(device)) waived.add(reason);
  }

  /** Those who left, and reasons that are over. */
  #forget({ viewers, device }: SendSituation): void {
    const here = new Set(viewers.map(({ id }) => id));
    for (const id of this.#plan?.plannedBps.keys() ?? []) {
      if (here.has(id)) continue;
      this.#budget.remove(id);
      this.#rungs.delete(`camera ${id}`);
      this.#rungs.delete(`screen ${id}`);
    }
    const reasons = deviceReasons(device);
    for (const waived of Object.values(this.#waived)) for (const reason of waived) if (!reasons.has(reason)) waived.delete(reason);
  }
}

function sound(maxBitrateBps: number): SendPlan['all']['microphone'] {
  return { maxBitrateBps, maxFrameRate: null, scaleDownBy: null };
}

function least(ceilings: readonly ReasonCeiling[], member: 'microphoneBps' | 'screenAudioBps'): number {
  return Math.min(Infinity, ...ceilings.flatMap((each) => each[member] ?? []));
}

function largest(sent: readonly { readonly rung: Rung | null }[]): CameraRungName | null {
  const names = new Set(sent.map(({ rung }) => rung?.name));
  return CAMERA_RUNG_NAMES.find((name) => names.has(name)) ?? null;
}
