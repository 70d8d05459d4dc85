import type { HttpMishap } from "../network/Network";
import type { Refusal } from "../dataverse/Refusal";
import { refusals } from "../dataverse/Refusal";
import type { Hazards } from "../scenario/Scenario";
import type { Wide } from "../scenario/Wide";
import type { Chance } from "../time/Chance";

const serverErrors = [500, 503, 504, 423, 409] as const;
const dayMs = 86_400_000;

/** What becomes of a notification: when its copies arrive, in milliseconds from now. */
export type DeliveryMishap = readonly number[];

/** Draws mishaps until hazards end. Each kind has a stream of its own, so leaving one out changes no other. */
export class Hazard {
  private isOver = false;
  /** When the latest notification arrives that was sent until now. */
  lastDeliveryMs = 0;
  private readonly http: Chance;
  private readonly deaths: Chance;
  private readonly busies: Chance;
  private readonly deliveries: Chance;
  private readonly lateDeaths: Chance;
  private readonly reads: Chance;
  private readonly refused: Chance;
  private readonly pages: Chance;
  /** The next notifications that are lost, whatever the seed says. */
  private lost = 0;

  constructor(
    private readonly rates: Hazards,
    private readonly wide: Wide,
    chance: Chance,
  ) {
    this.http = chance.stream("http");
    this.deaths = chance.stream("deaths");
    this.busies = chance.stream("busy");
    this.deliveries = chance.stream("deliveries");
    this.lateDeaths = chance.stream("late deaths");
    this.reads = chance.stream("reads");
    this.refused = chance.stream("refused");
    this.pages = chance.stream("pages");
  }

  /** Whether mishaps of HTTP strike sign-in, webhooks and certificates, too. */
  get strikesEveryCall(): boolean {
    return this.wide.everyCall > 0;
  }

  /** From now on everything goes well. */
  end(): void {
    this.isOver = true;
  }

  nextMishap(): HttpMishap {
    const { lostRequest, lostAnswer, throttled, serverError } = this.rates;
    const drawn = this.http.next();
    const retryAfterSeconds = this.http.pick([5, 30, 120, null]);
    const error = this.http.pick(serverErrors);
    if (this.isOver) return null;
    if (drawn < lostRequest) return { kind: "lostRequest" };
    if (drawn < lostRequest + lostAnswer) return { kind: "lostAnswer" };
    if (drawn < lostRequest + lostAnswer + throttled) return { kind: 429, retryAfterSeconds };
    if (drawn < lostRequest + lostAnswer + throttled + serverError) return { kind: error, retryAfterSeconds: null };
    return null;
  }

  nextDeath(): number | null {
    const dies = this.deaths.happens(this.rates.death);
    const at = this.deaths.between(1, 14);
    if (dies && !this.isOver) return at;
    const { lateDeath } = this.wide;
    return lateDeath > 0 && !this.isOver && this.lateDeaths.happens(lateDeath) ? this.lateDeaths.between(1, 90) : null;
  }

  /** Why a write to Dataverse is refused, though nothing is wrong with it; null: it is not. */
  nextRefusal(): Refusal | null {
    const { refusal } = this.wide;
    if (refusal === 0 || this.isOver || !this.refused.happens(refusal)) return null;
    return this.refused.pick([refusals.timeout(), refusals.deadlock(), refusals.tooLong()]);
  }

  isReadStale(): boolean {
    const { staleRead } = this.wide;
    return staleRead > 0 && !this.isOver && this.reads.happens(staleRead);
  }

  /** How many of the crowd are edited after a page was listed. */
  nextShift(): number {
    const { crowd, pageShift } = this.wide;
    if (crowd === 0 || this.isOver || !this.pages.happens(pageShift)) return 0;
    return this.pages.between(1, 8);
  }

  loseNext(): void {
    this.lost += 1;
  }

  isJobRunAgain(): boolean {
    return this.deaths.happens(this.rates.jobRunAgain);
  }

  isBusy(): boolean {
    return !this.isOver && this.rates.busy > 0 && this.busies.happens(this.rates.busy / 4);
  }

  nextDelivery(nowMs: number): DeliveryMishap {
    const copies = this.drawDelivery();
    for (const delayMs of copies) this.lastDeliveryMs = Math.max(this.lastDeliveryMs, nowMs + delayMs);
    return copies;
  }

  private drawDelivery(): DeliveryMishap {
    const { eventDropped, eventDuplicated, eventDelayed } = this.rates;
    const drawn = this.deliveries.next();
    const delayMs = this.deliveries.pick([2000, 60_000, 3_600_000, dayMs, 7 * dayMs]);
    if (this.lost > 0) {
      this.lost -= 1;
      return [];
    }
    if (this.isOver) return [0];
    if (drawn < eventDropped) return [];
    if (drawn < eventDropped + eventDuplicated) return [0, this.deliveries.between(0, 5000)];
    return drawn < eventDropped + eventDuplicated + eventDelayed ? [delayMs] : [0];
  }
}
