/** Memory of the plug-in host's process: it lives until the process is recycled. */
export class Process {
  private readonly memo = new Map<string, { value: string; expiresMs: number }>();
  readonly traces: string[] = [];
  /** Counts recycled processes. */
  generation = 0;
  recycledMs = -Infinity;

  constructor(private readonly nowMs: () => number) {}

  read(key: string): string | null {
    const entry = this.memo.get(key);
    return entry !== undefined && entry.expiresMs > this.nowMs() ? entry.value : null;
  }

  keep(key: string, value: string, expiresOn: string): void {
    this.memo.set(key, { value, expiresMs: Date.parse(expiresOn) });
  }

  recycle(): void {
    this.generation += 1;
    this.recycledMs = this.nowMs();
    this.memo.clear();
  }
}
