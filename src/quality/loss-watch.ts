import type { Stat } from './stat-pair.js';

/** More is lost of late than was before: `some` is no reason to do something by itself. */
export type LossSign = 'sure' | 'some';

/** What counts as of late. */
const LATE_MS = 1800;
/** Of a connection that is younger nothing is known to compare with. */
const WARM_UP_MS = 8000;
/** How long what was before is remembered. */
const MEMORY_MS = 30_000;
/** Until something was seen, this share is taken to be lost, with the weight of so many packets. */
const USUAL_SHARE = 0.01;
const USUAL_WEIGHT = 100;
/** Fewer packets are lost together by chance; more than these deviations beyond what is usual are not. */
const LEAST_LOST = 4;
const DEVIATIONS = 4;
const LEAST_SHARE = 0.06;
/** A single gap is over when it shows: it must go on for as many looks. */
const LEAST_LOOKS = 3;
const SOME_LOST = 2;

interface Look {
  readonly atMs: number;
  readonly sent: number;
  readonly lost: number;
}

/**
 * Sees that packets of pictures to one participant begin to be lost. The other side asks for what is missing within a round
 * trip (RFC 4585 section 6.2.1), and what is sent again is counted here: reports of losses come once a second at best.
 */
export class LossWatch {
  #before = new Map<string, { readonly sent: number; readonly lost: number }>();
  #firstAtMs: number | null = null;
  #atMs = 0;
  #late: readonly Look[] = [];
  #usual = { sent: 0, lost: 0 };

  /** Packets were sent again of late: worth a closer look. */
  get isSuspicious(): boolean {
    return this.#late.some(({ lost }) => lost > 0);
  }

  /** Takes the statistics of what is sent there; null when all is as it was. */
  add(reports: readonly RTCStatsReport[]): LossSign | null {
    const look = this.#look(reports);
    if (look === null) return null;
    this.#firstAtMs ??= look.atMs;
    this.#forget(look.atMs);
    this.#late = [...this.#late, look];
    if (look.atMs - this.#firstAtMs < WARM_UP_MS) return null;
    const sent = this.#late.reduce((sum, each) => sum + each.sent, 0);
    const lost = this.#late.reduce((sum, each) => sum + each.lost, 0);
    const usual = (sent * (this.#usual.lost + USUAL_SHARE * USUAL_WEIGHT)) / (this.#usual.sent + USUAL_WEIGHT);
    const isMuch = lost >= LEAST_LOST && lost >= sent * LEAST_SHARE && lost >= 1 + usual + DEVIATIONS * Math.sqrt(usual);
    if (isMuch && this.#late.filter((each) => each.lost > 0).length >= LEAST_LOOKS) return 'sure';
    return lost >= SOME_LOST && lost >= 2 * usual ? 'some' : null;
  }

  /** What went since the last time; null when nothing can be compared. */
  #look(reports: readonly RTCStatsReport[]): Look | null {
    const now = new Map<string, { readonly sent: number; readonly lost: number }>();
    const look = { atMs: 0, sent: 0, lost: 0 };
    for (const report of reports)
      report.forEach(({ type, kind, ssrc, timestamp, packetsSent, retransmittedPacketsSent: lost }: Stat) => {
        if (type !== 'outbound-rtp' || kind !== 'video') return;
        if (typeof timestamp !== 'number' || typeof packetsSent !== 'number' || typeof lost !== 'number') return;
        const key = String(ssrc);
        const sent = packetsSent - lost;
        const before = this.#before.get(key);
        now.set(key, { sent, lost });
        if (before === undefined || sent < before.sent || lost < before.lost) return;
        look.atMs = Math.max(look.atMs, timestamp);
        look.sent += sent - before.sent;
        look.lost += lost - before.lost;
      });
    this.#before = now;
    return look.atMs > this.#atMs ? look : null;
  }

  /** What is no longer of late becomes what was before. */
  #forget(nowMs: number): void {
    const fading = this.#atMs === 0 ? 1 : Math.exp((this.#atMs - nowMs) / MEMORY_MS);
    this.#usual = { sent: this.#usual.sent * fading, lost: this.#usual.lost * fading };
    this.#atMs = nowMs;
    this.#late = this.#late.filter((look) => {
      if (nowMs - look.atMs < LATE_MS) return true;
      this.#usual = { sent: this.#usual.sent + look.sent, lost: this.#usual.lost + look.lost };
      return false;
    });
  }
}
