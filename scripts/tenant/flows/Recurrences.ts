import type { FlowRunner } from "./FlowRunner";
import type { FlowStore, StoredFlow } from "./FlowStore";

export interface RecurrenceOptions {
  store: FlowStore;
  runner: FlowRunner;
  clock: () => Date;
  say: (line: string) => void;
}

/** Flows may be turned on by others than us: their rows are looked at this often. */
const lookMs = 5_000;

/** Starts the flows that have a recurrence: at once when they are turned on, then at every interval, never twice at a time. */
export class Recurrences {
  readonly #options: RecurrenceOptions;
  readonly #dueAtMs = new Map<string, number>();
  readonly #running = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #isStarted = false;

  constructor(options: RecurrenceOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isStarted = true;
    this.wake();
  }

  stop(): void {
    this.#isStarted = false;
    clearTimeout(this.#timer);
  }

  /** Looks now, instead of at the next turn. */
  wake(): void {
    clearTimeout(this.#timer);
    if (this.#isStarted) this.#timer = setTimeout(() => void this.#turn(), 0);
  }

  /** Starts what is due and waits for it. */
  async runDue(): Promise<void> {
    const flows = await this.#options.store.flows();
    const started = flows.map((flow) => this.#runIfDue(flow));
    await Promise.all(started);
  }

  async #turn(): Promise<void> {
    await this.runDue().catch((error: unknown) =>
      this.#options.say(`Recurring flows could not be run: ${String(error)}`),
    );
    if (!this.#isStarted) return;
    const nextMs = Math.min(lookMs, ...[...this.#dueAtMs.values()].map((dueMs) => dueMs - this.#nowMs()));
    this.#timer = setTimeout(() => void this.#turn(), Math.max(0, nextMs));
  }

  async #runIfDue(flow: StoredFlow): Promise<void> {
    const { id, isOn, reading } = flow;
    if (!isOn || !reading.ok || reading.definition.trigger.kind !== "recurrence") {
      this.#dueAtMs.delete(id);
      return;
    }
    const dueMs = this.#dueAtMs.get(id) ?? this.#nowMs();
    if (dueMs > this.#nowMs() || this.#running.has(id)) return;
    this.#dueAtMs.set(id, dueMs + this.#missedMs(dueMs, reading.definition.trigger.everyMs));
    this.#running.add(id);
    await this.#options.runner.begin(flow, reading.definition, {}).outcome.finally(() => this.#running.delete(id));
  }

  /** To the first turn after now: turns that were missed, while the machine slept say, are not made up for. */
  #missedMs(dueMs: number, everyMs: number): number {
    return (Math.floor((this.#nowMs() - dueMs) / everyMs) + 1) * everyMs;
  }

  #nowMs(): number {
    return this.#options.clock().getTime();
  }
}
