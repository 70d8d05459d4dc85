interface Entry {
  atMs: number;
  order: number;
  action: () => void;
}

const isBefore = (left: Entry, right: Entry): boolean =>
  left.atMs === right.atMs ? left.order < right.order : left.atMs < right.atMs;

/** All promises that can settle without another entry have settled afterwards: ticks come once no promise is left to settle. */
const settle = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** Time that passes from one entry to the next. Entries of the same moment come in the order they were put in. */
export class VirtualTime {
  private readonly heap: Entry[] = [];
  private order = 0;

  /** `nowMs` in milliseconds since 1970 UTC. */
  constructor(public nowMs: number) {}

  at(ms: number, action: () => void): void {
    const entry: Entry = { atMs: Math.max(ms, this.nowMs), order: (this.order += 1), action };
    let place = this.heap.push(entry) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.heap[parent];
      if (above === undefined || isBefore(above, entry)) break;
      this.heap[place] = above;
      place = parent;
    }
    this.heap[place] = entry;
  }

  after(ms: number, action: () => void): void {
    this.at(this.nowMs + ms, action);
  }

  /** When the next entry is due; null when nothing waits. */
  nextAtMs(): number | null {
    return this.heap[0]?.atMs ?? null;
  }

  /** Lets everything happen that is due until then, and moves there. */
  async runUntil(ms: number): Promise<void> {
    await settle();
    for (let next = this.heap[0]; next !== undefined && next.atMs <= ms; next = this.heap[0]) {
      this.dropFirst();
      this.nowMs = next.atMs;
      next.action();
      await settle();
    }
    this.nowMs = Math.max(this.nowMs, ms);
  }

  private dropFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const [first, second] = [this.heap[left], this.heap[left + 1]];
      if (first === undefined) break;
      const child = second !== undefined && isBefore(second, first) ? left + 1 : left;
      const lower = child === left ? first : (second ?? first);
      if (isBefore(last, lower)) break;
      this.heap[place] = lower;
      place = child;
    }
    this.heap[place] = last;
  }
}
