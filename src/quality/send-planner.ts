import { AudioPlan } from './audio-plan.js';
import type { ConnectionSample } from './connection-sample.js';
import { HeldRung } from './held-rung.js';
import { known } from './known.js';
import type { LossSign } from './loss-watch.js';
import { OFF, boundOf, cameraEncoding, screenEncoding } from './picture-ladders.js';
import { pictureClaims, type PictureClaim } from './picture-claims.js';
import { OPEN_BPS, PicturesGate } from './pictures-gate.js';
import { ProcessorWatch } from './processor-watch.js';
import { SPEND_SHARE } from './rate-control.js';
import { ceilingsOf, deviceReasons, startBpsOf, type ReasonCeiling } from './send-ceilings.js';
import { lowest, type Rung } from './send-rungs.js';
import type { SendPlan, SendSituation, SendDevice, ViewerPlan } from './send-situation.js';
import { sendSteps } from './send-steps.js';
import { CAMERA_RUNG_NAMES, SCREEN_RUNG_NAMES, type CameraRungName, type SendReason } from './send-step.js';
import { shareOut } from './share-out.js';
import { StallWatch } from './stall-watch.js';
import { UplinkBudget } from './uplink-budget.js';

/** More than any mesh of these sizes can use. */
const MOST_BPS = 20_000_000;
const OPEN_MARGIN = 1.2;
const SCREEN_AUDIO_BPS = 64_000;
const MAXIMUM_SCREEN_AUDIO_BPS = 128_000;

interface PlannedSounds {
  readonly audio: ReturnType<AudioPlan['choose']>;
  /** For those of whom nothing is known yet. */
  readonly microphone: SendPlan['all']['microphone'];
  /** By viewer: what the encoder gets, and what it takes on the way, bits a second. */
  readonly bitrateBps: ReadonlyMap<string, number>;
  readonly soundBps: ReadonlyMap<string, number>;
  /** Those whose own way carries less than the sound could use. */
  readonly narrow: readonly string[];
}

interface PlannedPictures {
  readonly each: ReadonlyMap<string, ViewerPlan>;
  readonly plannedBps: ReadonlyMap<string, number>;
  readonly sent: Record<'camera' | 'screen', { readonly top: Rung; readonly rung: Rung | null }[]>;
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
  #narrow: ReadonlySet<string> = new Set();
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
    const sounds = this.#planSounds(situation, least(soundCeilings, 'microphoneBps'), budgetBps, nowMs);
    const { audio, microphone, soundBps } = sounds;

    const isGateOpen = this.#gate.update(this.#budget.bps - audio.totalBps, nowMs);
    this.#usableBps = isGateOpen ? MOST_BPS : audio.totalBps + OPEN_BPS * OPEN_MARGIN;
    const leftBps = (id: string): number => Math.max(0, (this.#budget.boundOf(id) ?? Infinity) - (soundBps.get(id) ?? 0));
    const claims = pictureClaims(situation, ceilings, leftBps);
    this.#narrow = new Set([...sounds.narrow, ...claims.filter(({ isNarrow }) => isNarrow).map(({ id }) => id)]);
    const shares = shareOut(claims, isGateOpen ? budgetBps * SPEND_SHARE - audio.totalBps : 0);
    this.#isMoreWanted =
      claims.some(({ mostBps }, index) => (shares[index] ?? 0) < mostBps * 0.99) || (!isGateOpen && (camera ?? screen) !== null);
    const { each, plannedBps, sent } = this.#planPictures(situation, claims, shares, sounds, isAdaptive && isGateOpen, nowMs);

    const screenAudioBps = audioChoice === 'maximum' ? MAXIMUM_SCREEN_AUDIO_BPS : SCREEN_AUDIO_BPS;
    const isCameraOff = videoChoice === 'off' || !isGateOpen;
    this.#plan = {
      all: {
        microphone,
        'screen-audio': sound(Math.min(screenAudioBps, least(soundCeilings, 'screenAudioBps'))),
        camera: isCameraOff ? OFF : boundOf(lowest(ceilings.flatMap((ceiling) => ceiling.camera ?? [])), camera),
        screen: isGateOpen ? boundOf(lowest(ceilings.flatMap((ceiling) => ceiling.screen ?? [])), null) : OFF,
      },
      each,
      steps: sendSteps({
        situation,
        ceilings,
        soundCeilings,
        audio,
        camera: { sent: sent.camera, isGateOpen },
        screen: { sent: sent.screen, isGateOpen },
        scarcity: limitBps !== null && this.#budget.bps >= limitBps ? 'limit' : this.#budget.isGuess ? null : 'network',
      }),
      plannedBps,
      soundBps,
      budgetBps: viewers.length === 0 ? null : budgetBps < MOST_BPS ? budgetBps : null,
      isCameraOff,
      largestSent: largest(sent.camera),
    };
    return this.#plan;
  }

  /** Sound comes first: to all the same, and less to those whose own way carries less. */
  #planSounds({ viewers, isAdaptive, audioChoice }: SendSituation, mostBps: number, budgetBps: number, nowMs: number): PlannedSounds {
    const isClean = viewers.every(({ id }) => this.#budget.isClean(id));
    const audio = this.#audio.choose({ chosen: audioChoice, mostBps, participantCount: viewers.length, budgetBps, isClean }, nowMs);
    const sounds = viewers.map(({ id }) => {
      const boundBps = isAdaptive ? (this.#budget.boundOf(id) ?? Infinity) : Infinity;
      return { id, ...this.#audio.within(audio, viewers.length, boundBps) };
    });
    return {
      audio,
      // Also while the network carries less: the encoder gives up the second channel by itself.
      microphone: { ...sound(audio.bitrateBps), ...(audioChoice === 'maximum' && { isStereo: true }) },
      bitrateBps: new Map(sounds.map(({ id, bitrateBps }) => [id, bitrateBps])),
      soundBps: new Map(sounds.map(({ id, totalBps }) => [id, totalBps])),
      narrow: sounds.filter(({ bitrateBps }) => bitrateBps < audio.bitrateBps).map(({ id }) => id),
    };
  }

  /** What each is sent of the shares, beside the sound. */
  #planPictures(
    situation: SendSituation,
    claims: readonly PictureClaim[],
    shares: readonly number[],
    { microphone, bitrateBps: soundRates, soundBps }: PlannedSounds,
    isHeld: boolean,
    nowMs: number,
  ): PlannedPictures {
    const each = new Map<string, ViewerPlan>(
      situation.viewers.map(({ id }) => [
        id,
        { camera: OFF, screen: OFF, microphone: { ...microphone, maxBitrateBps: soundRates.get(id) ?? null } },
      ]),
    );
    const plannedBps = new Map(soundBps);
    const sent: PlannedPictures['sent'] = { camera: [], screen: [] };
    claims.forEach((claim, index) => {
      const { id, source, ladder, seen } = claim;
      const [top] = ladder;
      const captured = situation[source];
      if (top === undefined || captured === null) return;
      const share = shares[index] ?? 0;
      const rung = this.#rungOf(claim, share, soundBps.get(id) ?? 0, isHeld, nowMs);
      sent[source].push({ top, rung });
      if (rung === null || share <= 0) return;
      // A size that is held back waits for more; its rate shows whether there is more.
      const bitrateBps = rung === top || !situation.isAdaptive ? Math.min(share, rung.bitrateBps) : share;
      const encoding = source === 'camera' ? cameraEncoding(rung, bitrateBps, captured) : screenEncoding(rung, bitrateBps, captured, seen);
      const plan = each.get(id);
      if (plan !== undefined) each.set(id, { ...plan, [source]: encoding });
      plannedBps.set(id, (plannedBps.get(id) ?? 0) + bitrateBps);
    });
    return { each, plannedBps, sent };
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
