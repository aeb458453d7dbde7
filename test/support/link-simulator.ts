import type { ConnectionSample } from '../../src/quality/connection-sample.js';
import { SendPlanner } from '../../src/quality/send-planner.js';
import type { SendPlan, SendSituation } from '../../src/quality/send-situation.js';
import { sample } from './send-situations.js';

export interface SimulatedLink {
  /** What the uplink carries, bits a second, by the time since the start in milliseconds. */
  readonly capacityBps: (atMs: number) => number;
  /** Round trip without any queue, milliseconds. */
  readonly rttMs?: (atMs: number) => number;
  /** The longest queue, milliseconds at full rate; what does not fit is lost. */
  readonly queueMs?: number;
  /** Lost whatever is sent, 0 to 1. */
  readonly randomLoss?: (atMs: number) => number;
  /** The most that a single measured round trip is off, milliseconds. */
  readonly noiseMs?: number;
  /** As Chromium does; without, nobody tells estimates or limits of encoders (Firefox). */
  readonly hasEstimates?: boolean;
  /** What a camera makes of what it may, 0 to 1: a still picture takes little. */
  readonly activity?: number;
  /** This device does not get to its work: answers lie unread up to half a second, and the browser takes that for a queue. */
  readonly isStalled?: (atMs: number) => boolean;
  /** To this one 20 % is lost on its own way. */
  readonly badOne?: string;
}

/** What one interval came to. */
export interface SimulatedMoment {
  readonly atMs: number;
  readonly plan: SendPlan;
  readonly plannedBps: number;
  readonly sentBps: number;
  readonly audioLoss: number;
  readonly rttMs: number;
}

interface Flow {
  estimateBps: number;
  backedOffAtMs: number;
  sentBits: number;
  lostBits: number;
  heldMs: number;
}

const STEP_MS = 100;
const STALL_MS = 500;
export const SAMPLE_MS = 2000;

/**
 * Sends by the planner's plan over one uplink with a queue, which all connections share, each with a congestion control of
 * its own of the manner of Google's: it grows by 8 % a second up to one and a half times of what is sent, and backs off to
 * 85 % of what arrives when the queue grows. Deterministic: the same seed gives the same run.
 */
export function simulate(
  link: SimulatedLink,
  given: SendSituation | ((atMs: number) => SendSituation),
  durationMs: number,
  seed = 1,
): readonly SimulatedMoment[] {
  const {
    capacityBps,
    rttMs = () => 40,
    queueMs = 300,
    randomLoss = () => 0,
    noiseMs = 0,
    hasEstimates = true,
    activity = 1,
    isStalled = () => false,
    badOne,
  } = link;
  const random = createRandom(seed);
  const situationAt = typeof given === 'function' ? given : () => given;
  const planner = new SendPlanner(situationAt(0).device);
  const flows = new Map<string, Flow>();
  const moments: SimulatedMoment[] = [];
  let plan = planner.plan(situationAt(0), 0);
  let queuedBits = 0;
  let delaySumMs = 0;
  for (let atMs = STEP_MS; atMs <= durationMs; atMs += STEP_MS) {
    const capacityBits = (capacityBps(atMs) * STEP_MS) / 1000;
    const wanted = [...plan.plannedBps].map(([id, plannedBps]) => {
      const flow = flows.get(id) ?? { estimateBps: 300_000, backedOffAtMs: -Infinity, sentBits: 0, lostBits: 0, heldMs: 0 };
      flows.set(id, flow);
      const audioBps = plan.soundBps.get(id) ?? 0;
      const pictureBps = Math.max(0, plannedBps - audioBps) * activity;
      const bps = audioBps + Math.min(pictureBps, Math.max(0, flow.estimateBps - audioBps));
      if (flow.estimateBps < (audioBps + pictureBps) * 0.9 && pictureBps > 0) flow.heldMs += STEP_MS;
      return { flow, bits: (bps * STEP_MS) / 1000, ownLoss: id === badOne ? 0.2 : 0 };
    });
    const sentBits = wanted.reduce((sum, { bits }) => sum + bits, 0);
    const roomBits = (capacityBps(atMs) * queueMs) / 1000 + capacityBits;
    const lostShare = sentBits === 0 ? 0 : Math.max(0, queuedBits + sentBits - roomBits) / sentBits;
    const before = queuedBits;
    queuedBits = Math.max(0, Math.min(queuedBits + sentBits, roomBits) - capacityBits);
    const delayMs = (queuedBits / capacityBps(atMs)) * 1000;
    delaySumMs += delayMs;
    for (const { flow, bits, ownLoss } of wanted) {
      const loss = Math.min(1, lostShare + randomLoss(atMs) + ownLoss);
      flow.sentBits += bits;
      flow.lostBits += bits * loss;
      const isGrowing = queuedBits > before * 1.02 || lostShare > 0;
      if (delayMs > 50 && isGrowing) {
        if (atMs - flow.backedOffAtMs < 500) continue;
        flow.backedOffAtMs = atMs;
        flow.estimateBps = Math.max(30_000, ((bits * 1000) / STEP_MS) * Math.min(1, capacityBits / sentBits) * 0.85);
      } else if (loss > 0.1) flow.estimateBps *= 1 - (0.5 * loss * STEP_MS) / 1000;
      else {
        const mostBps = Math.max(flow.estimateBps, ((bits * 1000) / STEP_MS) * 1.5 + 10_000);
        flow.estimateBps = Math.min(
          flow.estimateBps * 1.08 ** (STEP_MS / (flow.estimateBps < 1e6 && flow.backedOffAtMs < 0 ? 200 : 1000)),
          mostBps,
        );
      }
    }
    if (!isStalled(atMs) || atMs % 1000 === 0) planner.tick(atMs);
    if (atMs % SAMPLE_MS !== 0) continue;
    if (isStalled(atMs)) for (const flow of flows.values()) flow.estimateBps = Math.max(50_000, flow.estimateBps * random());
    const meanDelayMs = delaySumMs / (SAMPLE_MS / STEP_MS);
    delaySumMs = 0;
    const samples = new Map<string, ConnectionSample>();
    let lost = 0;
    for (const [id, flow] of flows) {
      const rtt = rttMs(atMs) + meanDelayMs + (noiseMs + (isStalled(atMs) ? STALL_MS : 0)) * random();
      lost = Math.max(lost, flow.sentBits === 0 ? 0 : flow.lostBits / flow.sentBits);
      samples.set(
        id,
        sample(
          {
            bitrateBps: (flow.sentBits * 1000) / SAMPLE_MS,
            lossPercent: flow.sentBits === 0 ? null : Math.min(100, (flow.lostBits / flow.sentBits) * 100 * (0.8 + 0.4 * random())),
            availableBps: hasEstimates ? flow.estimateBps : null,
            bandwidthLimitedShare: hasEstimates ? flow.heldMs / SAMPLE_MS : null,
          },
          rtt,
        ),
      );
    }
    const sentBps = [...flows.values()].reduce((sum, flow) => sum + (flow.sentBits * 1000) / SAMPLE_MS, 0);
    for (const flow of flows.values()) flow.sentBits = flow.lostBits = flow.heldMs = 0;
    const now = situationAt(atMs);
    planner.addSamples(samples, now.limitBps, atMs);
    plan = planner.plan(now, atMs);
    for (const id of flows.keys()) if (!plan.plannedBps.has(id)) flows.delete(id);
    const plannedBps = [...plan.plannedBps.values()].reduce((sum, bps) => sum + bps, 0);
    moments.push({ atMs, plan, plannedBps, sentBps, audioLoss: lost, rttMs: rttMs(atMs) + meanDelayMs });
  }
  return moments;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
