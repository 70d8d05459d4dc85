interface Entry {
  id: string;
  dueAtMs: number;
  /** Of two that fall due together the one put in first comes out first. */
  order: number;
}

/** Ids by the instant they fall due; each id is in it once at most. A binary heap whose outdated entries are skipped. */
export class DueQueue {
  private readonly heap: Entry[] = [];
  private readonly current = new Map<string, Entry>();
  private order = 0;

  put(id: string, dueAtMs: number): void {
    const entry = { id, dueAtMs, order: this.order++ };
    this.current.set(id, entry);
    this.heap.push(entry);
    this.rise(this.heap.length - 1);
  }

  remove(id: string): void {
    this.current.delete(id);
  }

  /** Takes the earliest id due at `nowMs` out; undefined when none is. */
  takeDue(nowMs: number): string | undefined {
    const first = this.first();
    if (first === undefined || first.dueAtMs > nowMs) return undefined;
    this.current.delete(first.id);
    return first.id;
  }

  /** When the next one falls due; null when the queue is empty. */
  nextDueAtMs(): number | null {
    return this.first()?.dueAtMs ?? null;
  }

  private first(): Entry | undefined {
    for (let top = this.heap[0]; top !== undefined; top = this.heap[0]) {
      if (this.current.get(top.id) === top) return top;
      this.dropTop();
    }
    return undefined;
  }

  private dropTop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink(0);
  }

  private rise(from: number): void {
    for (let at = from, parent = (at - 1) >> 1; at > 0 && this.swapIfEarlier(at, parent); parent = (at - 1) >> 1)
      at = parent;
  }

  private sink(from: number): void {
    for (let at = from; ;) {
      const child = this.earlierChild(at);
      if (child === null || !this.swapIfEarlier(child, at)) return;
      at = child;
    }
  }

  private earlierChild(at: number): number | null {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    if (left >= this.heap.length) return null;
    return right < this.heap.length && this.isEarlier(right, left) ? right : left;
  }

  private swapIfEarlier(lower: number, upper: number): boolean {
    const [below, above] = [this.heap[lower], this.heap[upper]];
    if (below === undefined || above === undefined || !this.isEarlier(lower, upper)) return false;
    this.heap[lower] = above;
    this.heap[upper] = below;
    return true;
  }

  private isEarlier(one: number, other: number): boolean {
    const [left, right] = [this.heap[one], this.heap[other]];
    if (left === undefined || right === undefined) return false;
    return left.dueAtMs === right.dueAtMs ? left.order < right.order : left.dueAtMs < right.dueAtMs;
  }
}
