const hash = (text: string): number => {
  let state = 2166136261;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 16777619);
  return state >>> 0;
};

/** A stream of chance: the same seed and name give the same stream, whatever other streams were asked. */
export class Chance {
  private state: number;

  constructor(
    private readonly seed: number,
    private readonly name: string,
  ) {
    this.state = (hash(name) ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
    this.next();
    this.next();
  }

  /** A stream of its own. */
  stream(name: string): Chance {
    return new Chance(this.seed, `${this.name}/${name}`);
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  }

  /** By weight; weights of nought are never picked. */
  weighed<Item>(items: readonly (readonly [number, Item])[]): Item {
    let left = this.next() * items.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of items) if ((left -= weight) < 0) return item;
    throw new Error("There is nothing to pick from.");
  }

  /** Milliseconds of a request: log-normal around the median, so that p99 is six times the median. */
  latencyMs(medianMs: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return Math.max(1, Math.round(medianMs * Math.exp(0.77 * normal)));
  }

  /** A GUID that names its stream's number, so that two never meet. */
  guid(): string {
    const part = (): string =>
      Math.floor(this.next() * 0x10000)
        .toString(16)
        .padStart(4, "0");
    return `${part()}${part()}-${part()}-4${part().slice(1)}-8${part().slice(1)}-${part()}${part()}${part()}`;
  }
}
