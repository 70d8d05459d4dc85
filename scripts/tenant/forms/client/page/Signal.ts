/** Tells listeners that something changed; many changes in one turn are told once. */
export class Signal {
  private readonly listeners = new Set<() => void>();
  private isPending = false;

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly emit = (): void => {
    if (this.isPending) return;
    this.isPending = true;
    queueMicrotask(() => {
      this.isPending = false;
      for (const listener of [...this.listeners]) listener();
    });
  };
}
