import { DataverseError } from "../OrganizationService";

/** What one user may ask for within a sliding window of time. */
export interface ServiceLimits {
  windowMs: number;
  requests: number;
  /** Time that requests take, added up. */
  executionMs: number;
  concurrent: number;
}

/** The limits of Dataverse, which count per user and web server. */
export const platformLimits: ServiceLimits = {
  windowMs: 300_000,
  requests: 6000,
  executionMs: 1_200_000,
  concurrent: 52,
};

/** A refusal that says when to ask again. */
export class TooManyRequests extends DataverseError {
  constructor(
    code: string,
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(code, message, 429);
  }
}

interface FinishedRequest {
  startedMs: number;
  durationMs: number;
}

/** Counts what each user asks for and refuses what is too much. Requests of plug-ins do not pass here, as there. */
export class ServiceProtection {
  private readonly finished = new Map<string, FinishedRequest[]>();
  private readonly running = new Map<string, number>();

  constructor(
    private readonly limits: ServiceLimits,
    private readonly nowMs: () => number,
  ) {}

  /** Runs a user's request, or throws `TooManyRequests`. */
  async admit<T>(userId: string, work: () => Promise<T>): Promise<T> {
    const startedMs = this.nowMs();
    const running = this.running.get(userId) ?? 0;
    this.refuseTooMany(userId, running, startedMs);
    this.running.set(userId, running + 1);
    try {
      return await work();
    } finally {
      this.running.set(userId, (this.running.get(userId) ?? 1) - 1);
      this.finished.get(userId)?.push({ startedMs, durationMs: this.nowMs() - startedMs });
    }
  }

  private refuseTooMany(userId: string, running: number, nowMs: number): void {
    const { windowMs, requests, executionMs, concurrent } = this.limits;
    const recent = (this.finished.get(userId) ?? []).filter(({ startedMs }) => startedMs > nowMs - windowMs);
    this.finished.set(userId, recent);
    const waitSeconds = Math.ceil(((recent[0]?.startedMs ?? nowMs) + windowMs - nowMs) / 1000);
    const window = `over time window of ${windowMs / 1000} seconds`;
    if (recent.length + running >= requests) {
      throw new TooManyRequests(
        "0x80072322",
        `Number of requests exceeded the limit of ${requests} ${window}.`,
        waitSeconds,
      );
    }
    if (recent.reduce((sum, { durationMs }) => sum + durationMs, 0) >= executionMs) {
      const message = `Combined execution time of incoming requests exceeded limit of ${executionMs} milliseconds ${window}. Decrease number of concurrent requests or reduce the duration of requests and try again later.`;
      throw new TooManyRequests("0x80072321", message, waitSeconds);
    }
    if (running >= concurrent) {
      throw new TooManyRequests("0x80072326", `Number of concurrent requests exceeded the limit of ${concurrent}.`, 1);
    }
  }
}
